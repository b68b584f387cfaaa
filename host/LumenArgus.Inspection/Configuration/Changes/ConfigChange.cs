namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>One setting that differs between two configurations.</summary>
/// <param name="Key">The key with its parents, for example <c>proxy.port</c>.</param>
/// <param name="From">What it was; null where a value is not shown, because it can be a credential or is a list.</param>
/// <param name="To">What it is now; null like <paramref name="From"/>.</param>
public sealed record ConfigChange(string Key, string? From, string? To)
{
    /// <summary>Whether less is found, blocked, kept or checked than before.</summary>
    public bool IsWeaker { get; init; }

    /// <summary>Whether the running product keeps the old value until it is started again.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>One line for a person.</summary>
    /// <returns>For example <c>proxy.port 8080 -> 8081</c>.</returns>
    public override string ToString() => From is null && To is null ? $"{Key} changed" : $"{Key} {From} -> {To}";
}
