using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// The synchronous part of one inspection: decode, parse, identify, rules, detectors. It runs inline or on a scan lane. If the lane is given up
/// in the middle of a plugin's call, the thread may still be in here: then only <see cref="BeforePlugins"/> may be read, and the body stays
/// alive until that thread comes back, if ever.
/// </summary>
internal sealed class ScanWork
{
    private readonly InspectionRequest _request;
    private readonly Generation _generation;
    private readonly PluginInvoker _invoker;
    private readonly BodyBudget _budget;
    private readonly ImmutableHashSet<string> _excludedPlugins;
    private readonly List<Finding> _framework = [];
    private BodyLease? _decoded;
    private ScanSnapshot? _beforePlugins;
    private int _users = 1;

    public ScanWork(
        InspectionRequest request,
        Generation generation,
        PluginInvoker invoker,
        BodyBudget budget,
        StageTimer timer,
        ImmutableHashSet<string> excludedPlugins)
    {
        _request = request;
        _generation = generation;
        _invoker = invoker;
        _budget = budget;
        _excludedPlugins = excludedPlugins;
        Timer = timer;
        request.Body.AddReference();
    }

    public StageTimer Timer { get; }

    public ScanCounters Counters { get; } = new();

    public int BodyLength => _request.Body.Length;

    public BodyDocument? Document { get; private set; }

    public FindingCollector? Collector { get; private set; }

    public SessionContext Session { get; private set; } = SessionContext.Empty;

    public string? Model { get; private set; }

    /// <summary>The content codings that were undone, in the order of their application; an edited body gets them again.</summary>
    public ImmutableArray<string> Codings { get; private set; } = [];

    /// <summary>What the host's own rules found, published before the first plugin was called; null if there is none.</summary>
    public ScanSnapshot? BeforePlugins => Volatile.Read(ref _beforePlugins);

    /// <summary>Findings of the host about this scan.</summary>
    public IReadOnlyList<Finding> Framework => _framework;

    /// <summary>One more user of the body: a lane, a hook that runs later.</summary>
    public void AddUser() => Interlocked.Increment(ref _users);

    /// <summary>Ends one use; the last one lets go of the body.</summary>
    public void EndUse()
    {
        if (Interlocked.Decrement(ref _users) != 0)
        {
            return;
        }

        Document?.Dispose();
        _request.Body.Release();
        _decoded?.Release();
    }

    /// <summary>The buffers held a finding: they are cleared when they are given back.</summary>
    public void MarkSensitive()
    {
        _request.Body.MarkSensitive();
        _decoded?.MarkSensitive();
    }

    /// <summary>All that was found so far.</summary>
    public ScanSnapshot Snapshot() => new(
        [.. _framework, .. Collector?.ToFindings() ?? []], Session, Model, Counters.BytesScanned, Counters.BytesSkipped, Counters.RegexBytes);

    public void Run()
    {
        var body = Decode();
        Timer.Mark(Stages.EncodingDecode);
        var document = Document = BodyDocument.Parse(Limit(body));
        Session = BodySession.Read(document, _request.Session);
        Model = _request.Model ?? document.GetTopLevelString("model");
        var collector = Collector = new FindingCollector(document);
        Timer.Mark(Stages.Extraction);
        _generation.Rules.Scan(document, collector, Counters);
        if (!_generation.Detectors.IsEmpty)
        {
            Volatile.Write(ref _beforePlugins, Snapshot());
            RunDetectors(document, collector);
        }

        Timer.Mark(Stages.OutboundDlp);
    }

    private void RunDetectors(BodyDocument document, FindingCollector collector)
    {
        foreach (var (plugin, contribution) in _generation.Detectors)
        {
            if (_excludedPlugins.Contains(plugin.Id))
            {
                continue;
            }

            var call = new PluginCall(plugin, "detect") { FaultKey = Session.SessionId, Lane = ScanLane.Current, BodyBytes = document.Body.Length };
            var batch = new ScanBatch(document, _request.Provider, Model, Session);
            var sink = collector.SinkFor(contribution.Name);
            var status = _invoker.Detect(call, contribution.Detector, batch, sink);
            sink.Close();
            if (status != PluginCallStatus.Ok)
            {
                _framework.Add(DetectorFindings.Failed(_generation, plugin, contribution.Name, status));
            }
        }
    }

    // What lies beyond the limit is forwarded or blocked by the fail table, and said; it is never silently left out.
    private ReadOnlyMemory<byte> Limit(ReadOnlyMemory<byte> body)
    {
        var limit = _generation.Config.Proxy.MaxBodySize;
        if (body.Length <= limit)
        {
            return body;
        }

        var beyond = body.Length - limit;
        Counters.BytesSkipped += beyond;
        _framework.Add(FailureFindings.Create(
            _generation.Config.Fail.Oversize,
            FrameworkFindings.UnscannedType,
            Severity.Warning,
            "request_body",
            $"{beyond} bytes lie beyond proxy.max_body_size ({limit})"));
        return body[..(int)limit];
    }

    private ReadOnlyMemory<byte> Decode()
    {
        var result = ContentDecoder.Decode(_request.Body, _request.ContentEncodings, DecodeLimits.Default, _budget);
        _decoded = result.Body;
        Codings = result.Codings;
        if (result.Status is not (DecodeStatus.Identity or DecodeStatus.Decoded))
        {
            Counters.BytesSkipped += _request.Body.Length;
            _framework.Add(FailureFindings.Create(
                _generation.Config.Fail.Decode,
                FrameworkFindings.UnscannedType,
                Severity.High,
                "request_body",
                $"{_request.Body.Length} bytes could not be decoded: {result.Detail}"));
        }

        // What could be decoded is looked at; else the bytes as they are: a wrong label must not hide plain text.
        return (_decoded ?? _request.Body).Memory;
    }
}
