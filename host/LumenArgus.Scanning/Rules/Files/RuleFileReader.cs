using System.Text.Json;

namespace LumenArgus.Scanning.Rules.Files;

/// <summary>
/// Reads rules from JSON: a bundle <c>{"version", "tier", "rules": [...]}</c> with the keys of the original and our own. All problems are found in one
/// go, each with its line; values are never quoted in them, because an example in a rule file can be a real secret.
/// </summary>
public static class RuleFileReader
{
    /// <summary>The most bytes that are read.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <summary>Reads a file's content.</summary>
    /// <param name="json">The content.</param>
    /// <returns>Rules and problems; never throws because of the content.</returns>
    public static RuleFile Read(ReadOnlySpan<byte> json)
    {
        json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        var context = new RuleFileContext(json);
        var reader = new Utf8JsonReader(json, Lenient);
        var file = new RuleFile();
        try
        {
            file = ReadBundle(ref reader, context);
        }
        catch (JsonException failure)
        {
            // The library's message ends with the position; ours has the line.
            context.Add((int)(failure.LineNumber ?? 0) + 1, $"is not valid JSON: {failure.Message.Split(". LineNumber")[0].TrimEnd('.')}");
        }

        catch (InvalidOperationException)
        {
            context.Add(ref reader, "holds a text that is not valid Unicode");
        }

        return file with { Rules = context.Rules, Problems = context.Problems };
    }

    private static RuleFile ReadBundle(ref Utf8JsonReader reader, RuleFileContext context)
    {
        var file = new RuleFile();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            context.Add(ref reader, "must be an object with version, tier and rules");
            return file;
        }

        var hasRules = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            switch (key)
            {
                case "version":
                    file = file with { Version = RuleFileValues.Text(ref reader, key, context) };
                    break;
                case "tier":
                    file = file with { Tier = RuleFileValues.Text(ref reader, key, context) };
                    break;
                case "rules":
                    hasRules = true;
                    ReadRules(ref reader, context);
                    break;
                default:
                    context.Add(ref reader, $"{key} is not a known key; known are version, tier and rules");
                    reader.Skip();
                    break;
            }
        }

        if (!hasRules)
        {
            context.Add(ref reader, "has no rules");
        }

        // What stands behind the bundle is a mistake, not something to leave out.
        while (reader.Read())
        {
        }

        return file;
    }

    private static void ReadRules(ref Utf8JsonReader reader, RuleFileContext context)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            context.Add(ref reader, "rules must be a list");
            reader.Skip();
            return;
        }

        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            context.Enter($"rules[{i}]");
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                RuleFileRule.Read(ref reader, context);
            }
            else
            {
                context.Add(ref reader, "must be an object");
                reader.Skip();
            }

            context.Enter("");
        }
    }
}
