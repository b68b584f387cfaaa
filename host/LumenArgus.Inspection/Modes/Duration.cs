using System.Globalization;

namespace LumenArgus.Inspection.Modes;

/// <summary>A length of time as people type it: a whole number and <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
public static class Duration
{
    /// <summary>The longest one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null if it is none, or not between a second and <see cref="Longest"/>.</returns>
    public static TimeSpan? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 2 || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var seconds = text[^1] switch
        {
            's' => 1L,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            _ => 0,
        };
        return seconds > 0 && number > 0 && number <= Longest.TotalSeconds / seconds ? TimeSpan.FromSeconds(number * seconds) : null;
    }
}
