using System.Globalization;
using System.Text.Json;
using LumenArgus.Inspection.Modes;

namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>A change of the mode among other settings: <c>proxy.mode</c>, with <c>mode_for</c> or <c>mode_until</c>.</summary>
internal sealed class ModeChange(ModeSwitch mode, TimeProvider clock)
{
    public const string Key = "proxy.mode";
    public const string ForKey = "mode_for";
    public const string UntilKey = "mode_until";

    /// <summary>Switches.</summary>
    /// <returns>What is wrong, in words; null if it was switched.</returns>
    public async Task<string?> ApplyAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        if (ModeState.Parse(ScalarText.Of(values[Key])) is not { } wanted)
        {
            return "must be active or passthrough";
        }

        TimeSpan? lasting = null;
        var (hasLength, hasEnd) = (IsGiven(values, ForKey, out var length), IsGiven(values, UntilKey, out var until));
        if (hasLength && hasEnd)
        {
            return $"takes {ForKey} or {UntilKey}, not both";
        }

        if ((hasLength || hasEnd) && wanted != ProxyMode.Passthrough)
        {
            return $"takes {ForKey} and {UntilKey} with passthrough only";
        }

        if (hasLength)
        {
            lasting = Duration.TryParse(ScalarText.Of(length) ?? "");
            if (lasting is null)
            {
                return $"{ForKey} must be a number and s, m, h or d, at most 30d";
            }
        }
        else if (hasEnd)
        {
            lasting = DateTimeOffset.TryParse(ScalarText.Of(until), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time - clock.GetUtcNow() : null;
            if (lasting is not { } left || left <= TimeSpan.Zero || left > Duration.Longest)
            {
                return $"{UntilKey} must be a time within the next 30 days";
            }
        }

        await mode.SetAsync(wanted, lasting, cancellationToken);
        return null;
    }

    private static bool IsGiven(IReadOnlyDictionary<string, JsonElement> values, string key, out JsonElement value) =>
        values.TryGetValue(key, out value) && value.ValueKind != JsonValueKind.Null;
}
