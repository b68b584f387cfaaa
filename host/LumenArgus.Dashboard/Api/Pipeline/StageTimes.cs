using System.Collections.Frozen;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;
using LumenArgus.PluginRuntime.Invocation;

namespace LumenArgus.Dashboard.Api.Pipeline;

/// <summary>How long each part of a scan takes, since the start.</summary>
internal sealed class StageTimes : IExchangeSink
{
    /// <summary>Both looks at what a provider answers, after the fact.</summary>
    private const string Response = "response_scan";

    private static readonly (string Name, string Label)[] Stages =
    [
        (ScanStages.Extraction, "Reading the body"), (ScanStages.Fingerprint, "Comparing with what is known"), (ScanStages.EncodingDecode, "Decoding"),
        (ScanStages.OutboundDlp, "Rules and detectors"), (ScanStages.Policy, "Deciding"), (Response, "Scan of a response"),
    ];

    private readonly TimeProvider _clock;
    private readonly FrozenDictionary<string, LatencyHistogram> _times;

    public StageTimes(TimeProvider clock)
    {
        _clock = clock;
        _times = Stages.ToFrozenDictionary(static stage => stage.Name, _ => new LatencyHistogram(clock), StringComparer.Ordinal);
    }

    public ValueTask DecidedAsync(ExchangeRecord record) => ValueTask.CompletedTask;

    public ValueTask ResponseScannedAsync(ExchangeRecord record)
    {
        Take(Response, record.Scan.ScanDurationMs);
        return ValueTask.CompletedTask;
    }

    public void Completed(ExchangeRecord record)
    {
        // What was refused before there was a decision was not scanned.
        if (record.Passed || record.Scan.Action == PolicyAction.Block)
        {
            foreach (var (stage, milliseconds) in record.Scan.StageTimings)
            {
                Take(stage, milliseconds);
            }
        }
    }

    /// <summary>All parts that something was measured of, in their order.</summary>
    public IReadOnlyList<PipelineAnswer.Timing> Read() => [.. Stages.Select(static stage => stage.Name).Select(Find).OfType<PipelineAnswer.Timing>()];

    /// <summary>One part; null if nothing was measured of it.</summary>
    public PipelineAnswer.Timing? Find(string stage)
    {
        if (!_times.TryGetValue(stage, out var times) || times.Read() is not { Count: > 0 } read)
        {
            return null;
        }

        return new PipelineAnswer.Timing(stage, Array.Find(Stages, known => known.Name == stage).Label, read.Count, Math.Round(read.P50, 1), Math.Round(read.P99, 1));
    }

    private void Take(string stage, double milliseconds)
    {
        if (_times.TryGetValue(stage, out var times))
        {
            times.Record((long)(milliseconds / 1000 * _clock.TimestampFrequency));
        }
    }
}
