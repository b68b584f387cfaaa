using System.Globalization;
using System.Text.Json;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Modes;

namespace LumenArgus.Host.Modes;

/// <summary>What the control socket and <c>mode --format json</c> say of a mode: <c>{"mode":"passthrough","until":"2026-01-31T12:00:00.0000000+00:00","problem":null}</c>.</summary>
internal static class ModeJson
{
    public static string Write(ModeState state) => JsonLine.Write(json =>
    {
        json.WriteString("mode", ModeState.NameOf(state.Mode));
        json.WriteString("until", state.Until?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("problem", state.Problem);
    });

    /// <returns>Null if it is none.</returns>
    public static ModeState? TryRead(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return ModeState.Parse(root.GetProperty("mode").GetString()) is { } mode
                ? new ModeState(
                    mode,
                    root.GetProperty("until") is { ValueKind: JsonValueKind.String } until ? until.GetDateTimeOffset() : null,
                    root.GetProperty("problem").GetString())
                : null;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
