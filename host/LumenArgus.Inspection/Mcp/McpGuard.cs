using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Mcp;

namespace LumenArgus.Inspection.Mcp;

/// <summary>Recognises messages of the protocol in a body and says which of their calls must not be made.</summary>
public static class McpGuard
{
    /// <summary>Name of the detector in findings.</summary>
    public const string Detector = "mcp";

    /// <summary>Type of the finding of a call that must not be made.</summary>
    public const string BlockedToolType = "blocked_tool";

    /// <summary>Reads a body.</summary>
    /// <param name="document">The body.</param>
    /// <param name="lists">Which tools may be called.</param>
    /// <returns>Null if the body is none of the protocol.</returns>
    public static McpExchange? Read(BodyDocument document, McpToolLists lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        return McpBody.Read(document) is not { } body ? null : new McpExchange(
            body.IsBatch, body.Ids, [.. body.Calls.Select(call => new McpTool(call.Tool, call.Count, lists.RefusalOf(call.Tool)))]);
    }

    /// <summary>The findings of the calls that must not be made. Their action is block: no policy and no plugin makes it another.</summary>
    /// <param name="exchange">What the body holds.</param>
    /// <returns>One for each tool.</returns>
    public static IEnumerable<Finding> Refusals(McpExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange.Tools.Where(static tool => tool.Refusal is not null).Select(static tool => new Finding
        {
            Detector = Detector,
            Type = BlockedToolType,
            Severity = Severity.High,
            Location = $"mcp.tools/call.{McpToolName.Shown(tool.Name)}",
            Role = FieldRole.ToolCall,
            Count = tool.Count,
            Origin = FindingOrigin.Framework,
            Action = PolicyAction.Block,
            Detail = $"the tool {McpToolName.Shown(tool.Name)} must not be called: {tool.Refusal}",
        });
    }
}
