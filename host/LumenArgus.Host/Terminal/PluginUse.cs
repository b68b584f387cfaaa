using System.Text.Json.Serialization;

namespace LumenArgus.Host.Terminal;

/// <summary>How a plugin has done since it was loaded.</summary>
/// <param name="Calls">Calls that returned.</param>
/// <param name="Faults">Calls that threw.</param>
/// <param name="TimedOut">Calls that spent their budget.</param>
/// <param name="NotCalled">Calls that were not made, because it was quarantined.</param>
/// <param name="P50Microseconds">What half of the calls did not reach.</param>
/// <param name="P99Microseconds">What 99 of 100 calls did not reach.</param>
/// <param name="LastFault">Type and place of the last fault; null if there was none.</param>
internal sealed record PluginUse(
    long Calls,
    long Faults,
    long TimedOut,
    long NotCalled,
    [property: JsonPropertyName("p50_us")] double P50Microseconds,
    [property: JsonPropertyName("p99_us")] double P99Microseconds,
    string? LastFault);
