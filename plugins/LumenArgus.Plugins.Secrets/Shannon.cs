namespace LumenArgus.Plugins.Secrets;

/// <summary>Shannon entropy of the characters of one value.</summary>
internal static class Shannon
{
    /// <summary>Bits per character: at most the binary logarithm of the length.</summary>
    public static double BitsPerCharacter(ReadOnlySpan<char> value)
    {
        // Values are at most a few dozen characters here, where comparing beats counting in a table.
        var bits = 0.0;
        foreach (var letter in value)
        {
            bits -= Math.Log2((double)value.Count(letter) / value.Length);
        }

        return value.IsEmpty ? 0 : bits / value.Length;
    }
}
