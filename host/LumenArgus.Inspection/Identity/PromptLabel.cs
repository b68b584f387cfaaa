namespace LumenArgus.Inspection.Identity;

/// <summary>What a line of a prompt tells.</summary>
internal enum PromptLabel
{
    WorkingDirectory,
    GitBranch,
    OsPlatform,
}
