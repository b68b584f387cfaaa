using System.Globalization;
using LumenArgus.Host.Output;
using Spectre.Console;

namespace LumenArgus.Host.Terminal;

/// <summary>The output of <c>plugins list</c>.</summary>
internal static class PluginTable
{
    private static readonly string[] Titles = ["ID", "VERSION", "STATE", "HOOKS", "USES", "FOLDER", "REASON"];
    private static readonly string[] RunningTitles = ["ID", "VERSION", "STATE", "CALLS", "FAULTS", "P50/P99 US", "HOOKS", "USES", "FOLDER", "REASON"];

    /// <summary>A table, wide enough that nothing is cut when the output is a file.</summary>
    public static void WriteText(TextWriter output, IReadOnlyList<PluginRow> plugins, bool colour, int? width)
    {
        if (plugins.Count == 0)
        {
            output.WriteLine("No plugins were found.");
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width ?? 500;
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        var isRunning = plugins.Any(static plugin => plugin.Use is not null);
        foreach (var title in isRunning ? RunningTitles : Titles)
        {
            table.AddColumn(new TableColumn(title) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var plugin in plugins)
        {
            table.AddRow([.. CellsOf(plugin, isRunning)]);
        }

        console.Write(table);
    }

    /// <summary>One JSON object per line.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<PluginRow> plugins)
    {
        foreach (var plugin in plugins)
        {
            output.WriteLine(PluginRowJson.Write(plugin));
        }
    }

    private static IEnumerable<Text> CellsOf(PluginRow plugin, bool isRunning)
    {
        yield return Cell(plugin.Id);
        yield return Cell(plugin.Version);
        yield return new Text(PrintableText.Of(plugin.State), new Style(plugin.Reason is null && plugin.Refusal is null ? Color.Green : Color.Red));
        if (isRunning)
        {
            yield return Cell(Number(plugin.Use?.Calls));
            yield return Cell(Number(plugin.Use is { } use ? use.Faults + use.TimedOut : null));
            yield return Cell(plugin.Use is { Calls: > 0 } timed ? string.Create(CultureInfo.InvariantCulture, $"{timed.P50Microseconds:0.#}/{timed.P99Microseconds:0.#}") : "");
        }

        yield return Cell(string.Join(", ", plugin.Hooks));
        yield return Cell(string.Join(", ", plugin.Uses));
        yield return Cell(plugin.Folder);
        yield return Cell(plugin.Reason ?? plugin.Refusal ?? "");
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static Text Cell(string text) => new(PrintableText.Of(text));
}
