using System.Text.Json.Serialization;

namespace LumenArgus.Inspection.Reloading;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReloadReport))]
internal sealed partial class ReloadReportContext : JsonSerializerContext;
