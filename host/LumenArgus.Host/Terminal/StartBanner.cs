using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Output;
using LumenArgus.Storage;

namespace LumenArgus.Host.Terminal;

/// <summary>The first screen: where it listens, what it can find, and what to type next.</summary>
internal sealed class StartBanner(Ansi ansi)
{
    public string Render(StartInfo info)
    {
        var text = new StringBuilder().Append("  ").Append(ansi.Bold("lumen-argus")).Append(" — listening on ").Append(ansi.Bold(info.Url)).Append('\n');
        AppendPlugins(text, info);
        text.Append("\n  Let your tools talk to it:\n");
        foreach (var (tool, lines) in ToolSetup.For(info.Url))
        {
            var label = tool;
            foreach (var line in lines)
            {
                text.Append("    ").Append(label.PadRight(30)).Append(line).Append('\n');
                label = "";
            }
        }

        text.Append("\n  On findings: ").Append(WireNames.Of(info.DefaultAction))
            .Append(info is { DefaultAction: PolicyAction.Redact, CanRedact: false } ? ansi.Yellow(" (no plugin can redact: counts as alert)") : "")
            .Append(". Stop with Ctrl-C; a second Ctrl-C does not wait for open requests.");
        AppendFile(text, "Audit:    ", info.AuditFile);
        AppendFile(text, "Settings: ", info.ConfigFile);
        if (info.DashboardLink is { } link)
        {
            text.Append("\n\n  Dashboard: ").Append(ansi.Bold(link));
        }

        return text.Append('\n').ToString();
    }

    private void AppendPlugins(StringBuilder text, StartInfo info)
    {
        if (info.Plugins.Count == 0)
        {
            text.Append("\n  ").Append(ansi.Alarm("No plugins were found: nothing will be detected.")).Append('\n');
            foreach (var folder in info.ExtensionFolders)
            {
                text.Append("    looked in ").Append(PrintableText.Of(folder)).Append('\n');
            }

            return;
        }

        text.Append("\n  Plugins:\n");
        var width = info.Plugins.Max(plugin => plugin.Id.Length + plugin.Version.Length) + 1;
        foreach (var plugin in info.Plugins)
        {
            var name = PrintableText.Of($"{plugin.Id} {plugin.Version}").PadRight(width + 2);
            var state = plugin.Reason is null ? ansi.Green(plugin.State) : ansi.Red(plugin.State) + ": " + PrintableText.Of(plugin.Reason);
            text.Append("    ").Append(name).Append(state).Append('\n');
        }
    }

    private static void AppendFile(StringBuilder text, string label, string? path)
    {
        if (path is not null)
        {
            text.Append("\n  ").Append(label).Append(PrintableText.Of(path));
        }
    }
}
