using System.Text.Json.Serialization;

namespace LumenArgus.Tests.Scanning.Decoding;

[JsonSerializable(typeof(string))]
internal sealed partial class TestJson : JsonSerializerContext;
