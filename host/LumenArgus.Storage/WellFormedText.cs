using System.Text;

namespace LumenArgus.Storage;

/// <summary>Text that any JSON writer and any terminal encoding accepts.</summary>
public static class WellFormedText
{
    /// <summary>Replaces every half of a surrogate pair by U+FFFD.</summary>
    /// <param name="value">Any text.</param>
    /// <returns>The same instance if nothing had to be replaced.</returns>
    public static string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!HasSurrogate(value))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            text.Append(rune);
        }

        return text.ToString();
    }

    private static bool HasSurrogate(string value) => value.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') >= 0;
}
