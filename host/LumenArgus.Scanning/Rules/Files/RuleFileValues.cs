using System.Collections.Immutable;
using System.Text.Json;

namespace LumenArgus.Scanning.Rules.Files;

/// <summary>Reads single values. Each method reports what is wrong, then gives the fallback and leaves the reader behind the value.</summary>
internal static class RuleFileValues
{
    public static string Text(ref Utf8JsonReader reader, string key, RuleFileContext context)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString()!;
            case JsonTokenType.Null:
                return "";
            default:
                Refuse(ref reader, $"{key} must be a text", context);
                return "";
        }
    }

    public static ImmutableArray<string> Texts(ref Utf8JsonReader reader, string key, RuleFileContext context)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Refuse(ref reader, $"{key} must be a list of texts", context);
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // Where a text alone may be null for none, an item that is nothing is a mistake.
            if (reader.TokenType == JsonTokenType.Null)
            {
                context.Add(ref reader, $"an item of {key} must be a text");
                continue;
            }

            texts.Add(Text(ref reader, $"an item of {key}", context));
        }

        return texts.ToImmutable();
    }

    public static bool Boolean(ref Utf8JsonReader reader, string key, RuleFileContext context)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            Refuse(ref reader, $"{key} must be true or false", context);
            return false;
        }

        return reader.GetBoolean();
    }

    public static int Integer(ref Utf8JsonReader reader, string key, int fallback, RuleFileContext context)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value))
        {
            return value;
        }

        Refuse(ref reader, $"{key} must be a whole number", context);
        return fallback;
    }

    public static double Number(ref Utf8JsonReader reader, string key, RuleFileContext context)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value))
        {
            return value;
        }

        Refuse(ref reader, $"{key} must be a number", context);
        return 0;
    }

    public static T Choice<T>(ref Utf8JsonReader reader, string key, IReadOnlyList<(string Name, T Value)> choices, T fallback, RuleFileContext context)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var text = reader.GetString()!;
            foreach (var (name, value) in choices)
            {
                if (name == text)
                {
                    return value;
                }
            }
        }

        Refuse(ref reader, $"{key} must be one of {string.Join(", ", choices.Select(static choice => choice.Name))}", context);
        return fallback;
    }

    private static void Refuse(ref Utf8JsonReader reader, string message, RuleFileContext context)
    {
        context.Add(ref reader, message);
        reader.Skip();
    }
}
