using System.Text.Json.Serialization;
using LumenArgus.Dashboard.Problems;

namespace LumenArgus.Dashboard.Api;

/// <summary>All that the API reads and writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
internal sealed partial class DashboardJson : JsonSerializerContext;
