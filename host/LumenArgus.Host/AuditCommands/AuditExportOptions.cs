namespace LumenArgus.Host.AuditCommands;

/// <summary>The flags of <c>lumen-argus audit export</c>.</summary>
internal sealed record AuditExportOptions
{
    /// <summary><c>jsonl</c>, <c>csv</c>, <c>ocsf</c> or <c>sarif</c>.</summary>
    public string Format { get; init; } = "jsonl";

    public DateTimeOffset? Since { get; init; }

    /// <summary>The first moment that is left out.</summary>
    public DateTimeOffset? Until { get; init; }

    public string? OutputPath { get; init; }

    public string? ConfigPath { get; init; }
}
