using System.Text.Json;

namespace LumenArgus.Dashboard.Api.Pipeline;

/// <summary>Changes of the pipeline; what is missing stays.</summary>
internal sealed record PipelineRequest
{
    public string? DefaultAction { get; init; }

    public bool? ParallelBatching { get; init; }

    public IReadOnlyDictionary<string, StageChange?>? Stages { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? EncodingSettings { get; init; }

    public IReadOnlyDictionary<string, DetectorChange?>? Detectors { get; init; }

    /// <summary>A change of a stage.</summary>
    internal sealed record StageChange(bool? Enabled = null);

    /// <summary>A change of a detector; the action <c>default</c> takes back what was decided here.</summary>
    internal sealed record DetectorChange(bool? Enabled = null, string? Action = null);
}
