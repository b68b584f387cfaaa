using System.Diagnostics.CodeAnalysis;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Forwarding.Responses;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Responses;
using LumenArgus.Scanning.Responses.Rewriting;

namespace LumenArgus.Inspection.Responses;

/// <summary>One response that a plugin rewrites on its way to the client. Holds its generation until the response has ended.</summary>
public sealed class ResponseRewriting : IResponseTransform, IDisposable
{
    private readonly ResponseChunkStep _step;
    private readonly PluginPart<IResponseChunkHook> _hook;
    private readonly string _faultKey;
    private readonly List<Finding> _findings = [];
    private Generation? _generation;
    private IResponseRewriter? _part;
    private StreamRewriter? _rewriter;

    // The caller has added a reference to the generation, which this gives back.
    internal ResponseRewriting(ResponseChunkStep step, Generation generation, IResponseRewriter? part, string faultKey)
    {
        _step = step;
        _generation = generation;
        _hook = generation.ResponseChunkHook!;
        _part = part;
        _faultKey = faultKey;
        if (part is null)
        {
            AddFailure("failed at the beginning of the response");
        }
    }

    /// <summary>Whether the response is to be asked for without content coding, so that it can be rewritten while it comes.</summary>
    public bool NeedsIdentity => _part is not null;

    /// <summary>Decides by the head whether the response can be rewritten. Where it cannot, that is a finding.</summary>
    /// <param name="head">What its head says.</param>
    /// <returns>Whether its bytes may change.</returns>
    public bool Open(ResponseHead head)
    {
        if (_part is null)
        {
            return false;
        }

        var shape = head.Shape;
        var isCoded = head.ContentEncoding is { } coding && !coding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase);
        if (isCoded || shape == ResponseShape.Frames)
        {
            AddFailure(isCoded ? "could not rewrite the response: it is compressed" : "could not rewrite the response: its events are binary");
            _part = null;
            return false;
        }

        if (shape == ResponseShape.Whole && !IsJson(head.ContentType))
        {
            _part = null;
            return false;
        }

        _rewriter = new StreamRewriter(shape, ResponseHookStep.MaxHeldBytes(_generation!));
        return true;
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> TransformAsync(ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken) => RunAsync(chunk, isEnd: false, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> CompleteAsync(CancellationToken cancellationToken) => RunAsync(ReadOnlyMemory<byte>.Empty, isEnd: true, cancellationToken);

    /// <summary>Records what was noticed; nothing where there was nothing.</summary>
    /// <param name="record">The record of the exchange.</param>
    /// <returns>A task that ends when it is recorded.</returns>
    public async ValueTask EndAsync(ExchangeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (_rewriter is { BytesBeyond: > 0 } rewriter)
        {
            _findings.Add(ResponseFindings.Unscanned(FailMode.Open, rewriter.BytesBeyond, "were not rewritten: they are too large to be held"));
        }

        if (_findings.Count > 0)
        {
            await _step.RecordAsync(record, [.. _findings]);
        }
    }

    /// <summary>Gives back what is held.</summary>
    public void Dispose()
    {
        _part = null;
        Interlocked.Exchange(ref _generation, null)?.Release();
    }

    private static bool IsJson(string? contentType) => contentType is not null && contentType.Contains("json", StringComparison.OrdinalIgnoreCase);

    private async ValueTask<ReadOnlyMemory<byte>> RunAsync(ReadOnlyMemory<byte> chunk, bool isEnd, CancellationToken cancellationToken)
    {
        var rewriter = _rewriter!;
        rewriter.ClearOutput();
        if (_part is not { } part)
        {
            rewriter.Append(chunk.Span, static _ => null);
        }
        else if (await TryRewriteAsync(part, chunk, isEnd, cancellationToken) is { } problem)
        {
            rewriter.GiveUp();
            _part = null;
            AddFailure(problem);
        }

        return rewriter.Output;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Request boundary: a defect of ours must not cut a response")]
    private async ValueTask<string?> TryRewriteAsync(IResponseRewriter part, ReadOnlyMemory<byte> chunk, bool isEnd, CancellationToken cancellationToken)
    {
        var job = new ResponseRewriteJob(_step.Invoker, _hook, part, _rewriter!, chunk, isEnd) { FaultKey = _faultKey };
        try
        {
            var outcome = await _step.Lanes.RunAsync(job, cancellationToken);
            _findings.AddRange(job.Findings);
            return outcome.Status != LaneStatus.Completed ? Words(PluginCallStatus.TimedOut)
                : job.Status != PluginCallStatus.Ok ? Words(job.Status)
                : null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return $"could not be used ({failure.GetType().Name})";
        }
    }

    private void AddFailure(string what) => _findings.Add(ResponseFindings.Failed(
        FailMode.Open, "response.response_chunk", $"the response_chunk hook of plugin {_hook.Plugin.Id} {what}; the response went on as the provider sent it"));

    private string Words(PluginCallStatus status) => status switch
    {
        PluginCallStatus.TimedOut => "ran over its budget",
        PluginCallStatus.NotCalled => DetectorFindings.NotCalled(_hook.Plugin),
        _ => "gave no usable answer",
    };
}
