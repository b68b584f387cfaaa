using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>plugins.&lt;id&gt;.hooks</c>: what happens to an exchange when one of the plugin's hooks fails.</summary>
/// <param name="ByHook">What the operator has said, by name of the hook.</param>
public sealed record HookFaults(ImmutableDictionary<string, FailMode> ByHook)
{
    /// <summary>Nothing is said: <c>fail.hook</c> counts for hooks that decide.</summary>
    public static HookFaults None { get; } = new(ImmutableDictionary<string, FailMode>.Empty);

    /// <summary>Hooks whose failure can do either: allow goes on as if the hook were not there, block answers with an error.</summary>
    public static ImmutableArray<string> Choosable { get; } = ["evaluate", "pre_request", "response_scan"];

    /// <summary>The hook whose failure always blocks: what was to be removed is not sent.</summary>
    public static string AlwaysBlocks => "redact";

    /// <summary>Hooks whose failure changes nothing about an exchange, each with the reason.</summary>
    public static ImmutableDictionary<string, string> NeverBlocks { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["post_scan"] = "the exchange is decided when it is called",
        ["response_chunk"] = "the response is under way, and goes on as the provider sent it",
        ["config_reload"] = "it is about no exchange",
        ["health"] = "it is about no exchange",
        ["metrics"] = "it is about no exchange",
        ["trace"] = "the exchange has ended when it is called",
        ["ws_connection"] = "it is only told of connections",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Equals(HookFaults? other) =>
        other is not null && ByHook.Count == other.ByHook.Count && ByHook.All(pair => other.ByHook.TryGetValue(pair.Key, out var mode) && mode == pair.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => ByHook.Count;
}
