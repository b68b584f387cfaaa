using System.Text.Json;
using System.Text.Json.Serialization;

namespace LumenArgus.Abstractions.Model;

/// <summary>Refuses to write or read a <see cref="MatchedText"/>, so that no serializer can carry a secret out of memory.</summary>
public sealed class MatchedTextJsonConverter : JsonConverter<MatchedText>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override MatchedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A matched secret is never read from JSON.");

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(Utf8JsonWriter writer, MatchedText value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A matched secret is never written to JSON; write Finding.ValuePreview.");
}
