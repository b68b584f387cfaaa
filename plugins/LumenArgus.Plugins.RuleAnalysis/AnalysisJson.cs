using System.Text.Json;
using System.Text.Json.Serialization;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Generated, not by reflection: that would keep this code in memory after the plugin is replaced.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnalysisResult))]
[JsonSerializable(typeof(DismissedPair[]))]
[JsonSerializable(typeof(DismissedPair))]
[JsonSerializable(typeof(RuleChoice))]
[JsonSerializable(typeof(AnalysisAnswer))]
[JsonSerializable(typeof(StateAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class AnalysisJson : JsonSerializerContext;
