using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Inspecting;

namespace LumenArgus.Inspection.Mcp;

/// <summary>What an exchange holds of the protocol.</summary>
/// <param name="IsBatch">Whether the body is an array of messages.</param>
/// <param name="Ids">The identifiers of its messages, as JSON.</param>
/// <param name="Tools">The tools that are called, each once.</param>
public sealed record McpExchange(bool IsBatch, ImmutableArray<string> Ids, ImmutableArray<McpTool> Tools)
{
    // JSON-RPC 2.0, section 5.1: an invalid request.
    private const int InvalidRequest = -32600;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the answer of a request that is not sent: an error for each of its messages.</summary>
    /// <param name="message">What the person reads.</param>
    /// <returns>The body of the answer.</returns>
    public byte[] Refuse(string message)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            if (IsBatch && !Ids.IsEmpty)
            {
                writer.WriteStartArray();
                foreach (var id in Ids)
                {
                    WriteError(writer, id, message);
                }

                writer.WriteEndArray();
            }
            else
            {
                WriteError(writer, Ids.LastOrDefault() ?? "null", message);
            }
        }

        return json.ToArray();
    }

    /// <summary>The same with names that hold no value that was found.</summary>
    internal McpExchange Masked(ImmutableArray<Finding> findings) => findings.IsEmpty || Tools.IsEmpty ? this : this with
    {
        Tools = [.. Tools.Select(tool => tool with { Name = LabelMask.Of(tool.Name, findings) ?? "" })],
    };

    private static void WriteError(Utf8JsonWriter writer, string id, string message)
    {
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        writer.WritePropertyName("id"u8);
        writer.WriteRawValue(id, skipInputValidation: true);
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, InvalidRequest);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
