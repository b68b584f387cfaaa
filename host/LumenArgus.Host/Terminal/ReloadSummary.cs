using System.Globalization;
using System.Text;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Reloading;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Host.Terminal;

/// <summary>What a person has to know of a reload: what changed, what became weaker, what waits for a restart.</summary>
internal sealed class ReloadSummary(Ansi ansi)
{
    public string Render(ReloadReport report)
    {
        var text = new StringBuilder("  ");
        if (report.Ok)
        {
            text.Append(ansi.Bold("reloaded")).Append(string.Create(CultureInfo.InvariantCulture, $" in {report.DurationMs:F0} ms — generation {report.Generation}"));
            text.Append(report.Changes.IsEmpty && report.Plugins.IsEmpty ? ", nothing changed" : "");
        }
        else
        {
            text.Append(ansi.Alarm("NOT reloaded")).Append(": the settings of before stay in use");
        }

        foreach (var problem in report.Errors)
        {
            text.Append("\n    ").Append(ansi.Red(PrintableText.Of(problem)));
        }

        foreach (var change in report.Applied)
        {
            text.Append("\n    ").Append(PrintableText.Of(change.ToString())).Append(change.IsWeaker ? "  " + ansi.Red("WEAKER") : "");
        }

        foreach (var plugin in report.Plugins)
        {
            var line = PrintableText.Of(plugin.ToString());
            text.Append("\n    ").Append(plugin.Kind == PluginChangeKind.Refused ? ansi.Red(line) : line);
        }

        foreach (var change in report.NeedRestart)
        {
            text.Append("\n    ").Append(ansi.Yellow("needs a restart: ")).Append(PrintableText.Of(change.ToString()));
        }

        foreach (var warning in report.Warnings)
        {
            text.Append("\n    ").Append(ansi.Yellow("warning: ")).Append(PrintableText.Of(warning));
        }

        return text.ToString();
    }
}
