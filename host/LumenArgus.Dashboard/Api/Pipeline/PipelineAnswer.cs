using System.Text.Json.Serialization;

namespace LumenArgus.Dashboard.Api.Pipeline;

/// <summary>What requests and responses go through.</summary>
internal sealed record PipelineAnswer(string DefaultAction, bool ParallelBatching, IReadOnlyList<PipelineAnswer.Stage> Stages, IReadOnlyList<PipelineAnswer.Timing> Timings)
{
    /// <summary>A stage.</summary>
    internal sealed record Stage(string Name, string Label, string Description, string Group, bool Enabled)
    {
        public bool Available { get; init; } = true;

        public long FindingCount { get; init; }

        public double? P50Us { get; init; }

        public double? P99Us { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<SubDetector>? SubDetectors { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public EncodingSettings? EncodingSettings { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public McpToolCounts? McpTools { get; init; }
    }

    /// <summary>How long the messages of this process were in a part of the scan; without those of which the time is not measured part by part.</summary>
    internal sealed record Timing(string Name, string Label, long Count, double P50Us, double P99Us);

    /// <summary>A detector of a stage.</summary>
    internal sealed record SubDetector(string Name, string Label, bool Enabled, string Action, long FindingCount);

    /// <summary>How encoded texts are read.</summary>
    internal sealed record EncodingSettings(bool Base64, bool Hex, bool Url, bool Unicode, int MaxDepth, int MinDecodedLength, int MaxDecodedLength);

    /// <summary>Entries of the tool lists.</summary>
    internal sealed record McpToolCounts(int AllowedCount, int BlockedCount);
}
