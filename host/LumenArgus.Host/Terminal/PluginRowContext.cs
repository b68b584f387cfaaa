using System.Text.Json.Serialization;

namespace LumenArgus.Host.Terminal;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PluginRow))]
[JsonSerializable(typeof(IReadOnlyList<PluginRow>))]
internal sealed partial class PluginRowContext : JsonSerializerContext;
