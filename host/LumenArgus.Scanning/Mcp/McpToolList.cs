using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Mcp;

/// <summary>Reads the answers to <c>tools/list</c> in a body: the objects in <c>result.tools</c>.</summary>
public static class McpToolList
{
    private const int MaxTools = 1000;
    private const int MaxNameBytes = 1024;
    private const int MaxDescriptionBytes = 16 * 1024;
    private const int MaxSchemaBytes = 64 * 1024;

    /// <summary>Reads the tools.</summary>
    /// <param name="document">The body: messages of the protocol.</param>
    /// <returns>The first thousand that have a name.</returns>
    public static ImmutableArray<McpToolDefinition> Read(BodyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tools = FindTools(document.Table);
        return tools.Count == 0 ? [] : ReadTools(document, tools);
    }

    // Containers stand before those in them.
    private static HashSet<int> FindTools(FieldTable table)
    {
        var (results, lists, tools) = (new HashSet<int>(), new HashSet<int>(), new HashSet<int>());
        for (var i = 0; i < table.Containers.Count && tools.Count < MaxTools; i++)
        {
            ref readonly var container = ref table.Containers[i];
            if (lists.Contains(container.Parent))
            {
                tools.Add(i);
            }
            else if (results.Contains(container.Parent) && table.Name(container.Key).SequenceEqual("tools"u8))
            {
                lists.Add(i);
            }
            else if (table.Name(container.Key).SequenceEqual("result"u8) && McpMessage.IsOne(table, container.Parent))
            {
                results.Add(i);
            }
        }

        return tools;
    }

    private static ImmutableArray<McpToolDefinition> ReadTools(BodyDocument document, HashSet<int> tools)
    {
        var table = document.Table;
        var read = tools.ToDictionary(static container => container, container => new McpToolDefinition(
            "", "", "{}", new ByteSpan(table.Containers[container].Start, table.Containers[container].End - table.Containers[container].Start)));
        for (var i = 0; i < table.Fields.Count; i++)
        {
            ref readonly var field = ref table.Fields[i];
            if (field.Kind == FieldKind.Value && read.TryGetValue(field.Container, out var tool))
            {
                var name = table.Name(field.Key);
                read[field.Container] = name.SequenceEqual("name"u8) ? tool with { Name = Text(table.Utf8(i), MaxNameBytes) }
                    : name.SequenceEqual("description"u8) ? tool with { Description = Text(table.Utf8(i), MaxDescriptionBytes) }
                    : tool;
            }
        }

        for (var i = 0; i < table.Containers.Count; i++)
        {
            ref readonly var container = ref table.Containers[i];
            if (container.End - container.Start <= MaxSchemaBytes && read.TryGetValue(container.Parent, out var tool)
                && table.Name(container.Key).SequenceEqual("inputSchema"u8))
            {
                read[container.Parent] = tool with { InputSchema = Encoding.UTF8.GetString(document.Body.Span[container.Start..container.End]) };
            }
        }

        return [.. read.Values.Where(static tool => tool.Name.Length > 0)];
    }

    private static string Text(ReadOnlySpan<byte> utf8, int maxBytes) =>
        utf8.Length <= maxBytes ? Encoding.UTF8.GetString(utf8) : Encoding.UTF8.GetString(utf8[..maxBytes]) + "…";
}
