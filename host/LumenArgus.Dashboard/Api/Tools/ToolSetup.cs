namespace LumenArgus.Dashboard.Api.Tools;

/// <summary>How a tool is pointed at the proxy.</summary>
internal sealed record ToolSetup(string Name, string Label, ToolSetup.SetupLines Lines, bool Seen)
{
    /// <summary>What to type, or to write into a file.</summary>
    internal sealed record SetupLines(string Bash, string Powershell, string? Config);
}
