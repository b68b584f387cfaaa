using System.Globalization;

namespace LumenArgus.Storage.Database;

/// <summary>Times as text: ISO-8601 in UTC with milliseconds, for example <c>2026-03-16T14:30:00.123Z</c>. Comparing such text compares the times.</summary>
public static class StoreTime
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Writes a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns>24 characters.</returns>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);
}
