using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Mcp;

namespace LumenArgus.Inspection.Mcp;

/// <summary>Remembers which tools were seen and called. Nothing waits for it.</summary>
internal sealed class McpRecorder(IMcpToolStore store) : IExchangeSink
{
    // A body can hold more calls than anybody will read of.
    private const int MaxCallsOfATool = 100;
    private const int MaxTools = 1000;

    public ValueTask DecidedAsync(ExchangeRecord record)
    {
        if (record.Mcp is { Tools.IsEmpty: false } mcp)
        {
            var time = StoreTime.Format(record.Timestamp);
            foreach (var tool in mcp.Tools.Take(MaxTools))
            {
                Record(record, tool, time);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ResponseScannedAsync(ExchangeRecord record)
    {
        var time = StoreTime.Format(record.Timestamp);
        foreach (var tool in record.ToolDefinitions)
        {
            // Offered, not called.
            store.RecordSeen(new DetectedMcpTool
            {
                ToolName = WellFormedText.Of(tool.Name),
                Description = WellFormedText.Of(tool.Description),
                InputSchema = WellFormedText.Of(tool.InputSchema),
                FirstSeen = time,
                LastSeen = time,
                CallCount = 0,
            });
        }

        return ValueTask.CompletedTask;
    }

    public void Completed(ExchangeRecord record)
    {
        // Everything was said with the decision.
    }

    private void Record(ExchangeRecord record, McpTool tool, string time)
    {
        var name = McpToolName.Shown(tool.Name);
        if (tool.Name.Length > 0)
        {
            store.RecordSeen(new DetectedMcpTool { ToolName = name, FirstSeen = time, LastSeen = time, CallCount = tool.Count });
        }

        var call = new McpToolCall
        {
            ToolName = name,
            SessionId = record.Session.SessionId is { } session ? WellFormedText.Of(session) : "",
            Timestamp = time,
            Status = StatusOf(record.Scan.Action),
            FindingCount = FindingsOf(record, name),
        };
        for (var i = 0; i < Math.Min(tool.Count, MaxCallsOfATool); i++)
        {
            store.RecordCall(call);
        }
    }

    private static string StatusOf(PolicyAction action) => action switch
    {
        PolicyAction.Block => "blocked",
        PolicyAction.Pass => "allowed",
        _ => "alert",
    };

    // Of several calls in a body the places say whose arguments a finding is in.
    private static int FindingsOf(ExchangeRecord record, string tool)
    {
        var findings = record.Scan.Findings;
        if (record.Mcp!.Tools.Length == 1)
        {
            return findings.Length;
        }

        var place = $"mcp.tools/call.{tool}";
        return findings.Count(finding => finding.Location == place || finding.Location.StartsWith(place + ".arguments", StringComparison.Ordinal));
    }
}
