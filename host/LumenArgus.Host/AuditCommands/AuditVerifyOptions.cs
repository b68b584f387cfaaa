using System.Collections.Immutable;

namespace LumenArgus.Host.AuditCommands;

/// <summary>The flags of <c>lumen-argus audit verify</c>.</summary>
internal sealed record AuditVerifyOptions
{
    /// <summary>Files and folders; none for the folder of the configuration.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Hash of a line that must be there.</summary>
    public string? Expect { get; init; }

    public string? ConfigPath { get; init; }
}
