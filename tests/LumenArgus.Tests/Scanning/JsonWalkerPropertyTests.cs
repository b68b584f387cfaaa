using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Tests.Scanning;

public class JsonWalkerPropertyTests
{
    [Fact]
    public void Parse_RandomJson_GivesTheStringsOfTheReferenceParser() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var json = RandomJson(new Random(seed));
            var document = BodyDocument.Parse(json);
            return document.IsJson && Enumerable.Range(0, document.Count).Select(i => Encoding.UTF8.GetString(document.Utf8(i))).SequenceEqual(Reference(json));
        }));

    [Fact]
    public void Parse_RandomBytes_CoversAllThatIsNoJson() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            // JSON with random damage: whatever happens, each letter of the body is in some field or in a skipped word.
            var random = new Random(seed);
            var json = RandomJson(random);
            for (var i = 0; i < 3; i++)
            {
                json[random.Next(json.Length)] = (byte)random.Next(256);
            }

            var document = BodyDocument.Parse(json);
            var covered = new bool[json.Length];
            for (var field = 0; field < document.Count; field++)
            {
                var text = document.Utf8(field);
                var span = text.Length == 0 ? default : document.ToBodySpan(field, 0, text.Length);
                covered.AsSpan(span.Start, span.Length).Fill(true);
            }

            return Enumerable.Range(0, json.Length).All(i => covered[i] || !"@#%".Contains((char)json[i], StringComparison.Ordinal));
        }));

    // '@', '#' and '%' occur inside strings only, so each must be covered.
    private static byte[] RandomJson(Random random)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = random.Next(2) == 0,
            Encoder = random.Next(2) == 0 ? null : System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            writer.WriteStartArray();
            for (var i = 0; i < 4; i++)
            {
                WriteValue(writer, random, 0);
            }

            writer.WriteEndArray();
        }

        return stream.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, Random random, int depth)
    {
        switch (random.Next(depth > 4 ? 4 : 7))
        {
            case 0: writer.WriteNumberValue(random.Next(-1000, 1000)); break;
            case 1: writer.WriteBooleanValue(random.Next(2) == 0); break;
            case 2: writer.WriteNullValue(); break;
            case 3: writer.WriteStringValue(Text(random)); break;
            case 4:
                writer.WriteStartArray();
                for (var i = random.Next(4); i > 0; i--)
                {
                    WriteValue(writer, random, depth + 1);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                for (var i = random.Next(4); i > 0; i--)
                {
                    writer.WritePropertyName(Text(random));
                    WriteValue(writer, random, depth + 1);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static string Text(Random random)
    {
        string[] parts = ["a", "\"", "\\", "\n", "é", "😀", "\u0001", "@", "#", "%", "role", "type", " ", "\u2028", "/"];
        return string.Concat(Enumerable.Range(0, random.Next(random.Next(10) == 0 ? 400 : 6)).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static IEnumerable<string> Reference(byte[] json)
    {
        var texts = new List<string>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                texts.Add(reader.GetString()!);
            }
        }

        return texts;
    }
}
