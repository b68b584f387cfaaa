using System.Collections.Immutable;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Mcp;

/// <summary>What a body holds of the Model Context Protocol (modelcontextprotocol.io): messages of JSON-RPC 2.0, of which some call tools.</summary>
/// <param name="IsBatch">Whether the body is an array of messages.</param>
/// <param name="Ids">
/// The identifiers of the messages as JSON, in their order; a message without one (a notification) is not in it. Of a batch of very many, the first.
/// </param>
/// <param name="Calls">The tools that are called, each once.</param>
public sealed record McpBody(bool IsBatch, ImmutableArray<string> Ids, ImmutableArray<McpCall> Calls)
{
    /// <summary>
    /// Looks for messages. A call counts if any server could read it as one: in a batch, beside other values, with a name given twice, without its version. What
    /// only looks like a call because it stands deeper in a body is none.
    /// </summary>
    /// <param name="document">The body. The role and the place of arguments are noted in it.</param>
    /// <returns>Null if the body is none of the protocol.</returns>
    public static McpBody? Read(BodyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var body = new McpBodyReader(document).Read();

        // A server may read what is text without structure for us; if both readings are messages, the calls of both count.
        if (WideJson.ToUtf8(document.Body.Span) is not { } bytes)
        {
            return body;
        }

        using var narrow = BodyDocument.Parse(bytes);
        return new McpBodyReader(narrow).Read() is not { } wide ? body : body is null ? wide : wide with { Calls = [.. wide.Calls, .. body.Calls] };
    }
}
