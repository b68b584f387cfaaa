namespace LumenArgus.Abstractions.Model;

/// <summary>What a rule is matched against.</summary>
public enum RuleTarget
{
    /// <summary>The text of every field.</summary>
    Content = 0,

    /// <summary>The base name of the file that a field's text was read from, one match per file.</summary>
    SourceFileName = 1,
}
