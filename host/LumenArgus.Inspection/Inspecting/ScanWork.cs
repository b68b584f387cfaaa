using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Fingerprints;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Mcp;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Fields.Forms;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Fingerprints;
using LumenArgus.Scanning.History;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// The synchronous part of one inspection: undo content codings, parse, identify, decode texts, rules, detectors. It runs inline or on a scan
/// lane. If the lane is given up in the middle of a plugin's call, the thread may still be in here: then only <see cref="Latest"/> may be read,
/// and the body stays alive until that thread comes back, if ever.
/// </summary>
internal sealed class ScanWork
{
    private readonly InspectionRequest _request;
    private readonly Generation _generation;
    private readonly PluginInvoker _invoker;
    private readonly BodyBudget _budget;
    private readonly ConversationMemory _memory;
    private readonly ImmutableHashSet<string> _excludedPlugins;
    private readonly List<Finding> _framework = [];
    private BodyLease? _decoded;
    private Conversation? _conversation;
    private TextRecall? _recall;
    private ScanSnapshot? _latest;
    private McpExchange? _mcp;
    private int _users = 1;

    public ScanWork(
        InspectionRequest request,
        Generation generation,
        PluginInvoker invoker,
        BodyBudget budget,
        ConversationMemory memory,
        StageTimer timer,
        ImmutableHashSet<string> excludedPlugins)
    {
        _request = request;
        _generation = generation;
        _invoker = invoker;
        _budget = budget;
        _memory = memory;
        _excludedPlugins = excludedPlugins;
        Timer = timer;
        Format = BodyFormat.Of(request.ContentType);
        IsComplete = !request.IsPart && request.Lacks.IsEmpty;
        _framework.AddRange(IsAsked ? request.Lacks : []);
        Counters.BytesSkipped += request.BytesLacking;
        request.Body.AddReference();
    }

    public StageTimer Timer { get; }

    public ScanCounters Counters { get; } = new();

    public RequestInfo Request => _request.Request;

    public string? SourceFile => _request.SourceFile;

    public LabelSet? Labels => _request.Labels;

    public BodyFormat Format { get; }

    public bool IsBodySigned => _request.IsBodySigned;

    public RuleStages Stage => _request.Stage;

    public int BodyLength => _request.Body.Length;

    public BodyDocument? Document { get; private set; }

    public FindingCollector? Collector { get; private set; }

    public SessionContext Session { get; private set; } = SessionContext.Empty;

    public string? Model { get; private set; }

    /// <summary>The content codings that were undone, in the order of their application; an edited body gets them again.</summary>
    public ImmutableArray<string> Codings { get; private set; } = [];

    /// <summary>False if bytes of the body were left out: beyond the size limit, or in a content coding that could not be undone.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What was found before the detector that runs now, published for who goes on without it; null while the rules are at work.</summary>
    public ScanSnapshot? Latest => Volatile.Read(ref _latest);

    /// <summary>Faults of one session, or else of one body, count once.</summary>
    public string FaultKey => Session.SessionId ?? _request.Session.SessionId ?? BodyKey();

    /// <summary>The plugins that are left out, because they hung in an earlier run over the same body.</summary>
    public ImmutableHashSet<string> ExcludedPlugins => _excludedPlugins;

    /// <summary>What the body holds of the Model Context Protocol; null if it is none of it, and before it was read.</summary>
    public McpExchange? Mcp => Volatile.Read(ref _mcp);

    /// <summary>Whether a plugin is left out, because it hung in an earlier run over the same body.</summary>
    public bool Excludes(string pluginId) => _excludedPlugins.Contains(pluginId);

    /// <summary>One more user of the body: a lane, a hook that runs later.</summary>
    public void AddUser() => Interlocked.Increment(ref _users);

    /// <summary>Ends one use; the last one lets go of the body.</summary>
    public void EndUse()
    {
        if (Interlocked.Decrement(ref _users) != 0)
        {
            return;
        }

        Collector?.Release();
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
    public ScanSnapshot Snapshot()
    {
        var found = Collector?.ToFindings() ?? [];
        ImmutableArray<Finding> refusals = Mcp is { } mcp ? [.. McpGuard.Refusals(mcp.Masked(found))] : [];
        var isAsFound = _framework.Count == 0 && refusals.IsEmpty && _request.LocationPrefix.Length == 0 && found.All(static finding => finding.Origin == FindingOrigin.Detector);
        return new ScanSnapshot(
            isAsFound ? found : [.. _framework, .. refusals, .. found.Select(WithFailMode).Select(Located)], Session, Model, Counters.BytesScanned, Counters.BytesSkipped, Counters.RegexBytes)
        {
            Mcp = Mcp,
            BytesKnown = _recall?.BytesKnown ?? 0,
            AllowedHits = Collector?.AllowedHits ?? 0,
            BytesExempt = Counters.BytesExempt,
        };
    }

    public void Run()
    {
        var body = Decode();
        var document = Document = BodyDocument.Parse(body, _request.SourceFile, _request.Labels, Format);
        var isScanned = ReadMcp(document);
        Session = BodySession.Read(document, _request);
        Model = _request.Model ?? document.GetTopLevelString("model");
        Timer.Mark(ScanStages.Extraction);
        if (!isScanned)
        {
            return;
        }

        var collector = Collector = new FindingCollector(document, _generation.Allowlist);
        Recall(document);
        var unpacker = NewUnpacker();
        TextDecoder.Expand(document, _generation.Config.Pipeline.Decoding, collector, Counters, unpacker);
        ReportPacked(unpacker);
        Timer.Mark(ScanStages.EncodingDecode);
        _generation.RulesFor(_request.Stage).Scan(document, collector, Counters);
        if (!_generation.Detectors.IsEmpty)
        {
            Publish(detectorsDone: 0);
            RunDetectors(document, collector);
        }

        Timer.Mark(ScanStages.OutboundDlp);
    }

    /// <summary>What unpacks the parts of a body.</summary>
    public PartUnpacker NewUnpacker() => new(_budget);

    /// <summary>Remembers what is clean, so that it is not scanned with the next turn. Only for the host to call when the decision is taken.</summary>
    public void Remember()
    {
        if (_conversation is not null)
        {
            _recall?.Commit(_conversation);
        }
    }

    /// <summary>Where the latest turn stood when this conversation was last refused because of a value; null if that is not known.</summary>
    public TurnPlace? RefusedAt(Finding finding) => _conversation?.RefusedAt(_memory.Key.Of(finding));

    /// <summary>Remembers what the conversation is refused for, so that it can go on without it.</summary>
    public void Refuse(IEnumerable<Finding> findings, TurnPlace turn) => _conversation?.Refuse(findings.Select(_memory.Key.Of), turn);

    // The stage for requests and the one for the arguments of tools do not depend on each other.
    private bool ReadMcp(BodyDocument document)
    {
        var pipeline = _generation.Config.Pipeline;
        var isScanned = pipeline.OutboundDlp || _request.HasOwnStage;

        // A file is no message, and servers call no tools.
        if (_request.SourceFile is not null || _request.Stage != RuleStages.Request || McpGuard.Read(document, _generation.ToolLists) is not { } mcp)
        {
            return isScanned;
        }

        Volatile.Write(ref _mcp, mcp);
        if (!pipeline.McpArguments)
        {
            document.LeaveOutArguments();
        }

        return isScanned || (pipeline.McpArguments && !mcp.Tools.IsEmpty);
    }

    private void Recall(BodyDocument document)
    {
        // A form is no conversation that grows, and what its parts say of themselves is in no fingerprint.
        if (document.IsFormBody)
        {
            return;
        }

        // Only what tools send comes again with the next turn.
        if (_request.Stage != RuleStages.Request || _memory.Take(Session, _request.Provider, _generation.Number, _generation.Config.Dedup) is not { } conversation)
        {
            return;
        }

        _conversation = conversation;
        var context = new FingerprintContext(_generation.Number, _request.Stage, _generation.DependsOnSourceFiles) { WithTurns = _generation.TellsDetectors };
        _recall = TextRecall.Start(document, _memory.Key, context, conversation);
        Timer.Mark(ScanStages.Fingerprint);
    }

    private void RunDetectors(BodyDocument document, FindingCollector collector)
    {
        var detectors = _generation.Detectors;
        var texts = document.NewTexts();
        for (var i = 0; i < detectors.Length; i++)
        {
            var (plugin, contribution) = detectors[i];
            if (Excludes(plugin.Id))
            {
                continue;
            }

            if (i > 0)
            {
                Publish(detectorsDone: i);
            }

            var call = new PluginCall(plugin, "detect") { Lane = ScanLane.Current, BodyBytes = document.Body.Length };
            var batch = new ScanBatch(texts, _request.Provider, Model, Session);
            var sink = collector.SinkFor(contribution.Name, texts);
            var status = _invoker.Detect(call, contribution.Detector, batch, sink);
            sink.Close();
            if (status != PluginCallStatus.Ok)
            {
                _framework.Add(DetectorFindings.Failed(_generation, plugin, contribution.Name, status));
            }
        }
    }

    private void Publish(int detectorsDone) => Volatile.Write(ref _latest, Snapshot() with { DetectorsDone = detectorsDone });

    // What the rules report about themselves (a limit reached, a regular expression out of time) is a failure of the scan.
    private Finding WithFailMode(Finding finding) => finding.Origin == FindingOrigin.Framework && finding.Action is null
        ? finding with { Action = FailureFindings.ActionFor(FailTable.ModeOf(FailCase.Scan, _generation.Config)) }
        : finding;

    private Finding Located(Finding finding) =>
        _request.LocationPrefix.Length == 0 ? finding : finding with { Location = _request.LocationPrefix + finding.Location };

    // Only asked for when there is a fault; says nothing about the text, the hash is seeded anew in each process.
    private string BodyKey()
    {
        var hash = default(HashCode);
        hash.AddBytes(_request.Body.Memory.Span);
        return $"body:{hash.ToHashCode():x8}";
    }

    private void ReportPacked(PartUnpacker unpacker)
    {
        if (unpacker.Missed > 0)
        {
            ReportUndecoded(unpacker.Missed, unpacker.Reason);
        }
    }

    private void ReportUndecoded(long bytes, string reason)
    {
        IsComplete = false;
        AddUnscanned(FailCase.Decode, bytes, $"{bytes} bytes could not be decoded: {reason}");
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
        IsComplete = false;
        AddUnscanned(FailCase.Oversize, beyond, $"{beyond} bytes lie beyond proxy.max_body_size ({limit})");
        return body[..(int)limit];
    }

    // Where nobody wanted the body to be looked at, that it was not is no news.
    private bool IsAsked => _generation.Config.Pipeline.OutboundDlp || _request.HasOwnStage || !_generation.ToolLists.IsEmpty;

    private void AddUnscanned(FailCase what, long bytes, string detail)
    {
        if (IsAsked)
        {
            Counters.BytesSkipped += bytes;
            _framework.Add(FailTable.Finding(what, _generation.Config, "request_body", detail));
        }
    }

    private ReadOnlyMemory<byte> Decode()
    {
        var raw = _request.Body;
        var result = ContentDecoder.Decode(raw, _request.ContentEncodings, DecodeLimits.Default, _budget);
        _decoded = result.Body;
        Codings = result.Codings;
        if (result.Status is DecodeStatus.Identity or DecodeStatus.Decoded)
        {
            return Limit((_decoded ?? raw).Memory);
        }

        // Of a body whose rest is elsewhere it has to be so that it ends too early, and that is said with what it lacks.
        if (result.Status != DecodeStatus.Cut || !_request.IsPart)
        {
            ReportUndecoded(raw.Length, result.Detail);
        }

        // A wrong label, or something of another kind before or behind it, must not hide plain text: the bytes are looked at as they are, too.
        return _decoded is { Length: > 0 } ? Joined(Limit(_decoded.Memory), raw.Memory) : Limit(raw.Memory);
    }

    private ReadOnlyMemory<byte> Joined(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var both = BodyLease.Join(first.Span, second.Span, _budget);
        _decoded?.MarkSensitive();
        _decoded?.Release();
        _decoded = both;
        return both.Memory;
    }
}
