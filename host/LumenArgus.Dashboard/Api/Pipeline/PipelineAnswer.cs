using System.Text.Json.Serialization;

namespace LumenArgus.Dashboard.Api.Pipeline;

/// <summary>What requests and responses go through.</summary>
internal sealed record PipelineAnswer(string DefaultAction, bool ParallelBatching, IReadOnlyList<PipelineAnswer.Stage> Stages)
{
    /// <summary>A stage.</summary>
    internal sealed record Stage(string Name, string Label, string Description, string Group, bool Enabled)
    {
        public bool Available { get; init; } = true;

        public long FindingCount { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<SubDetector>? SubDetectors { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public EncodingSettings? EncodingSettings { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public McpToolCounts? McpTools { get; init; }
    }

    /// <summary>A detector of a stage.</summary>
    internal sealed record SubDetector(string Name, string Label, bool Enabled, string Action, long FindingCount);

    /// <summary>How encoded texts are read.</summary>
    internal sealed record EncodingSettings(bool Base64, bool Hex, bool Url, bool Unicode, int MaxDepth, int MinDecodedLength, int MaxDecodedLength);

    /// <summary>Entries of the tool lists.</summary>
    internal sealed record McpToolCounts(int AllowedCount, int BlockedCount);
}
