namespace LumenArgus.Dashboard.Hosting;

/// <summary>How one tool is pointed at the proxy.</summary>
/// <param name="Name">The name by which its requests are recognised.</param>
/// <param name="Label">The name for people.</param>
/// <param name="Bash">The line for a shell.</param>
/// <param name="PowerShell">The line for PowerShell.</param>
/// <param name="Config">What goes into a file of the tool; null for nothing.</param>
public sealed record ToolLines(string Name, string Label, string Bash, string PowerShell, string? Config);
