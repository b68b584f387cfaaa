using System.Globalization;
using System.Text;
using LumenArgus.Host.Output;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Host.PluginCommands;

/// <summary>All about a plugin, one line for each thing.</summary>
internal static class PluginCard
{
    private const long Megabyte = 1024 * 1024;

    public static string Render(PluginRow plugin)
    {
        var text = new StringBuilder();
        Line("id", plugin.Id);
        Line("version", plugin.Version);
        Line("state", plugin.Reason is null ? plugin.State : $"{plugin.State}: {plugin.Reason}");
        Line("refused", plugin.Refusal);
        Line("detectors", string.Join(", ", plugin.Detectors));
        Line("hooks", string.Join(", ", plugin.Hooks));
        Line("uses", string.Join(", ", plugin.Uses));
        Line("folder", plugin.Folder);
        Line("content", plugin.ContentHash);
        Line("trust", plugin.Trust);
        Line("isolation", plugin.Isolation);
        if (plugin.Process is { } process)
        {
            Line("process", string.Create(CultureInfo.InvariantCulture, $"{(process.Id is { } id ? $"{id}" : "none now")}, started again {process.Restarts} times"));
            Line("memory", string.Create(CultureInfo.InvariantCulture, $"{process.MemoryBytes / Megabyte} MB of {process.MaxMemoryBytes / Megabyte} MB"));
        }
        else if (plugin.Use is not null)
        {
            Line("memory", "not measurable: it is in the product's process");
        }

        if (plugin.Use is { } use)
        {
            Line("calls", string.Create(CultureInfo.InvariantCulture, $"{use.Calls}, {use.Faults} failed, {use.TimedOut} too slow, {use.NotCalled} not made"));
            Line("time", use.Calls == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"p50 {use.P50Microseconds:0.#} us, p99 {use.P99Microseconds:0.#} us"));
            Line("last fault", use.LastFault);
        }

        foreach (var warning in plugin.Warnings)
        {
            Line("warning", warning);
        }

        foreach (var risk in plugin.PinRisks)
        {
            Line("may stay", risk);
        }

        return text.ToString().TrimEnd('\n');

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(name.PadRight(12)).Append(PrintableText.Of(value)).Append('\n');
            }
        }
    }
}
