using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Host.Output;
using Spectre.Console;

namespace LumenArgus.Host.Terminal;

/// <summary>The output of <c>plugins list</c>.</summary>
internal static class PluginTable
{
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
        foreach (var title in new[] { "ID", "VERSION", "STATE", "HOOKS", "USES", "FOLDER", "REASON" })
        {
            table.AddColumn(new TableColumn(title) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var plugin in plugins)
        {
            table.AddRow(
                Cell(plugin.Id),
                Cell(plugin.Version),
                new Text(PrintableText.Of(plugin.State), new Style(plugin.Reason is null ? Color.Green : Color.Red)),
                Cell(string.Join(", ", plugin.Hooks)),
                Cell(string.Join(", ", plugin.Uses)),
                Cell(plugin.Folder),
                Cell(plugin.Reason ?? ""));
        }

        console.Write(table);
    }

    /// <summary>One JSON object per line.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<PluginRow> plugins)
    {
        foreach (var plugin in plugins)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", plugin.Id);
                json.WriteString("version", plugin.Version);
                json.WriteString("state", plugin.State);
                json.WriteString("reason", plugin.Reason);
                WriteList(json, "hooks", plugin.Hooks);
                WriteList(json, "uses", plugin.Uses);
                json.WriteString("folder", plugin.Folder);
                json.WriteEndObject();
            }

            output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        }
    }

    private static Text Cell(string text) => new(PrintableText.Of(text));

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
