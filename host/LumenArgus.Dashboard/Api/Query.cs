using System.Collections.Immutable;
using System.Globalization;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Api;

/// <summary>The parameters of a request. What cannot be read is an error that names its parameter.</summary>
internal sealed class Query(HttpContext http)
{
    private const int MaxLength = 1_000;

    private readonly IQueryCollection _values = http.Request.Query;

    /// <summary>A text without control characters; null if it is missing or empty.</summary>
    public string? Text(string name)
    {
        var value = PlainText.Of(_values[name].ToString());
        return value.Length <= MaxLength
            ? value.Length == 0 ? null : value
            : throw ProblemException.BadRequest("invalid_parameter", $"{name} must have at most {MaxLength} characters.", name);
    }

    /// <summary>A text without control characters, also an empty one; null if it is missing.</summary>
    public string? PossiblyEmpty(string name) => _values.ContainsKey(name) ? Text(name) ?? "" : null;

    /// <summary>A whole number; what is larger than the maximum counts as that.</summary>
    public int Integer(string name, int fallback, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min
            ? Math.Min(value, max)
            : throw ProblemException.BadRequest("invalid_parameter", $"{name} must be a whole number from {min} to {max}.", name);
    }

    /// <summary>A number of rows.</summary>
    public int Limit(int fallback = 50, int max = 100) => Integer("limit", fallback, 1, max);

    /// <summary>Rows to skip.</summary>
    public int Offset() => Integer("offset", 0, 0, int.MaxValue);

    /// <summary>The number of a row; null if it is missing.</summary>
    public long? Id(string name) => Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
        : throw ProblemException.BadRequest("invalid_parameter", $"{name} must be the number of a row.", name);

    /// <summary>A time (RFC 3339); null if it is missing.</summary>
    public DateTimeOffset? Time(string name) => Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
        : throw ProblemException.BadRequest("invalid_parameter", $"{name} must be a time, for example 2026-03-16T14:30:00Z.", name);

    /// <summary>A truth value; null if it is missing.</summary>
    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw ProblemException.BadRequest("invalid_parameter", $"{name} must be true or false.", name),
    };

    /// <summary>One of some words, whatever its case; null if it is missing.</summary>
    public string? Word(string name, ImmutableArray<string> words)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw ProblemException.BadRequest("invalid_parameter", $"{name} must be one of {string.Join(", ", words)}.", name);
    }

    /// <summary>Refuses what no such call has: a filter that is not looked at would answer with everything.</summary>
    public static void CheckNames(HttpContext http, IReadOnlyCollection<string> known)
    {
        foreach (var name in http.Request.Query.Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(PlainText.Of))
        {
            throw ProblemException.BadRequest("unknown_parameter", $"This call has no parameter '{name}'{Suggestion.For(name, known)}", name);
        }
    }
}
