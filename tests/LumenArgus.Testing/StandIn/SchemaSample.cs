using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LumenArgus.Testing.StandIn;

/// <summary>The smallest value that fits a JSON schema: tools such as Gemini CLI ask again when an answer does not fit theirs.</summary>
internal static class SchemaSample
{
    public static string For(JsonElement schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(schema, writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(JsonElement schema, Utf8JsonWriter writer)
    {
        if (schema.TryGetProperty("enum", out var choices) && choices.GetArrayLength() > 0)
        {
            choices[0].WriteTo(writer);
            return;
        }

        // Gemini's own schema dialect has the type names in capitals.
        var type = schema.TryGetProperty("type", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "object";
        switch (type.ToUpperInvariant())
        {
            case "OBJECT":
                WriteObject(schema, writer);
                break;
            case "ARRAY":
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            case "BOOLEAN":
                writer.WriteBooleanValue(false);
                break;
            case "INTEGER" or "NUMBER":
                WriteNumber(schema, writer);
                break;
            default:
                writer.WriteStringValue(StandInProvider.Sentence);
                break;
        }
    }

    private static void WriteObject(JsonElement schema, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                writer.WritePropertyName(property.Name);
                Write(property.Value, writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(JsonElement schema, Utf8JsonWriter writer)
    {
        if (schema.TryGetProperty("minimum", out var minimum))
        {
            minimum.WriteTo(writer);
        }
        else
        {
            writer.WriteNumberValue(1);
        }
    }
}
