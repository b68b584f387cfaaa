using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Mcp;

namespace LumenArgus.Proxy.Responses;

/// <summary>
/// What the person reads when a request was blocked: which types were found, where, that nothing was sent, and what to do. Never a value.
/// </summary>
internal static class BlockMessage
{
    private const int MaxListed = 8;

    private const string Unseen = ". This request was NOT sent to the AI provider: it could not be inspected or recorded completely, and the configuration (sections fail "
        + "and plugins of config.yaml) says that such a request is blocked.";

    public static string For(ImmutableArray<Finding> findings, bool leavesWithNextTurn)
    {
        var text = Write("Request", findings);
        return (findings.All(static finding => finding.Action is not (PolicyAction.Redact or PolicyAction.Block) || finding.Origin == FindingOrigin.Framework)
            ? text.Append(Unseen) : AppendAdvice(text, leavesWithNextTurn)).ToString();
    }

    /// <summary>The same for a response that was held back.</summary>
    public static string ForResponse(ImmutableArray<Finding> findings) => Write("Response", findings)
        .Append(". The AI provider has answered, and the answer was held back. Asking again in other words may help.").ToString();

    private static StringBuilder AppendAdvice(StringBuilder text, bool leavesWithNextTurn) => text
        .Append(". This request was NOT sent to the AI provider. Remove the value from the prompt, file or tool output "
            + "(use an environment variable or a placeholder instead). ")
        .Append(leavesWithNextTurn
            ? "Then go on: your next message is sent without it. "
            : "If it is still in the conversation's history, start a new conversation or rewind to before it. ")
        .Append("A value that really was shared elsewhere should be rotated.");

    /// <summary>The same for messages of the Model Context Protocol. Clients show it to the model too, which may then go another way.</summary>
    public static string ForMcp(McpExchange mcp, ImmutableArray<Finding> findings)
    {
        var refused = mcp.Tools.Where(static tool => tool.Refusal is not null).Select(static tool => McpToolName.Shown(tool.Name)).ToList();
        if (refused.Count > 0)
        {
            return $"Tool blocked by lumen-argus: {string.Join(", ", refused.Take(MaxListed))}" + (refused.Count > MaxListed ? $" and {refused.Count - MaxListed} more" : "");
        }

        var text = new StringBuilder("Request blocked by lumen-argus: ");
        text.Append(findings.Any(static finding => finding is { Action: PolicyAction.Block, Origin: FindingOrigin.Detector }) ? "sensitive data detected: " : "");
        return List(text, findings).Append(". It was NOT sent to the MCP server.").ToString();
    }

    private static StringBuilder Write(string subject, ImmutableArray<Finding> findings) => List(new StringBuilder($"[lumen-argus] {subject} blocked: "), findings);

    private static StringBuilder List(StringBuilder text, ImmutableArray<Finding> findings)
    {
        var blocking = findings.Where(static finding => finding.Action == PolicyAction.Block).ToList();
        var listed = blocking.Count > 0 ? blocking : [.. findings];
        for (var i = 0; i < listed.Count && i < MaxListed; i++)
        {
            var finding = listed[i];
            text.Append(i == 0 ? "" : ", ").Append(finding.Type);
            if (finding.Count > 1)
            {
                text.Append(" (x").Append(finding.Count).Append(')');
            }

            text.Append(finding.Origin == FindingOrigin.Framework && finding.Detail is not null
                ? $" ({finding.Detail})"
                : $" at {finding.Location}{(IsFileName(finding) ? " (for the name of the file that was read there)" : "")}");
        }

        if (listed.Count > MaxListed)
        {
            text.Append(" and ").Append(listed.Count - MaxListed).Append(" more");
        }

        return text;
    }

    // The name itself was found like a value: tools keep this text in the conversation, and it would leave with it.
    private static bool IsFileName(Finding finding) => finding is { Origin: FindingOrigin.Detector, Span: null, Value.IsEmpty: false };
}
