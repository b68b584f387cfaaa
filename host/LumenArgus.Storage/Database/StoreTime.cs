using System.Globalization;

namespace LumenArgus.Storage.Database;

/// <summary>Times as text: ISO-8601 in UTC with milliseconds, for example <c>2026-03-16T14:30:00.123Z</c>. Comparing such text compares the times.</summary>
public static class StoreTime
{
    /// <summary>Length of the day at the beginning of the text.</summary>
    internal const int DayLength = 10;

    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Writes a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns>24 characters.</returns>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads a time, also one that another program wrote: without a zone it is UTC.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The time in UTC; null if the text is none.</returns>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
