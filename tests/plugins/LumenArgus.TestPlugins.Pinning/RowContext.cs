using System.Text.Json.Serialization;

namespace LumenArgus.TestPlugins.Pinning;

[JsonSerializable(typeof(Row))]
internal sealed partial class RowContext : JsonSerializerContext;
