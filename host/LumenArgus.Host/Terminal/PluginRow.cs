namespace LumenArgus.Host.Terminal;

/// <summary>One plugin in <c>plugins list</c>.</summary>
internal sealed record PluginRow
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string State { get; init; }

    /// <summary>Why it is not active.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<string> Hooks { get; init; } = [];

    /// <summary>What its code refers to beyond the contract, for example <c>Process</c>.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    public required string Folder { get; init; }
}
