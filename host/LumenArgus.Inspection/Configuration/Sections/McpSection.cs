using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class McpSection
{
    public static McpConfig Read(SectionReader section)
    {
        var mcp = new McpConfig { AllowedTools = ReadNames(section, "allowed_tools"), BlockedTools = ReadNames(section, "blocked_tools") };
        foreach (var tool in mcp.AllowedTools.Names.Intersect(mcp.BlockedTools.Names))
        {
            section.Warn("allowed_tools", $"has {tool}, which is also on mcp.blocked_tools: it stays blocked");
        }

        section.NotSupportedYet(
            "env_filter", "env_allowlist", "request_tracking", "unsolicited_response_action", "scan_tool_descriptions", "detect_drift", "drift_action", "session_binding",
            "unknown_tool_action", "tool_policies", "default_tool_action", "enable_risk_classification", "approval_mode", "adaptive_enforcement", "chain_signatures");
        section.Finish();
        return mcp;
    }

    private static ToolNames ReadNames(SectionReader section, string key)
    {
        var names = new List<string>();
        foreach (var node in section.TextNodes(key))
        {
            if (node.Value.Length == 0 || node.Value.Contains('*', StringComparison.Ordinal))
            {
                section.Invalid(node, key, "a list of whole names of tools, without patterns");
            }
            else
            {
                names.Add(node.Value);
            }
        }

        return ToolNames.Of(names);
    }
}
