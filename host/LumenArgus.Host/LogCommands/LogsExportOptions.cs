namespace LumenArgus.Host.LogCommands;

/// <summary>The flags of <c>lumen-argus logs export</c>.</summary>
internal sealed record LogsExportOptions
{
    public bool Sanitize { get; init; }

    public string? ConfigPath { get; init; }
}
