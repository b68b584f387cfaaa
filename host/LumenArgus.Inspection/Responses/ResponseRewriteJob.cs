using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Responses.Rewriting;

namespace LumenArgus.Inspection.Responses;

/// <summary>
/// Rewrites one chunk of a response on a lane. If a call is given up, its thread may still be in the plugin and never comes back into this job: the rewriter's state is then that
/// before the event of that call.
/// </summary>
internal sealed class ResponseRewriteJob(
    PluginInvoker invoker, PluginPart<IResponseChunkHook> hook, IResponseRewriter part, StreamRewriter rewriter, ReadOnlyMemory<byte> chunk, bool isEnd) : LaneJob
{
    private const int MaxFindings = 100;

    private readonly List<Finding> _findings = [];

    /// <summary>How the last call ended.</summary>
    public PluginCallStatus Status { get; private set; }

    /// <summary>What the plugin has noticed.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    protected override void Run(ScanLane lane)
    {
        RewrittenText? Rewrite(ResponseText text)
        {
            var call = new PluginCall(hook.Plugin, "response_chunk") { Lane = lane, FaultKey = FaultKey, BodyBytes = text.Text.Length };
            Status = invoker.Invoke(call, (part, text), static state => Checked(state.part.Rewrite(state.text), state.text), out var rewritten);
            if (rewritten is not null)
            {
                _findings.AddRange(rewritten.Findings.Take(MaxFindings - _findings.Count));
            }

            return Status == PluginCallStatus.Ok ? rewritten : null;
        }

        rewriter.Append(chunk.Span, Rewrite);
        if (isEnd)
        {
            rewriter.Complete(Rewrite);
        }
    }

    // Inside the call: an answer that cannot be used is a fault of the plugin.
    private static RewrittenText Checked(RewrittenText? answer, ResponseText text)
    {
        var maxHeld = text.IsEnd ? 0 : Math.Min(text.Text.Length, StreamRewriter.MaxHeld);
        return answer is { Text: not null } && answer.Held >= 0 && answer.Held <= maxHeld && !answer.Findings.IsDefault && answer.Findings.All(IsUsable)
            ? answer
            : throw new InvalidOperationException("The answer has no text, holds back what it cannot, or has a finding without a type.");
    }

    private static bool IsUsable(Finding? finding) =>
        !string.IsNullOrEmpty(finding?.Type) && !string.IsNullOrEmpty(finding.Detector) && Enum.IsDefined(finding.Severity);
}
