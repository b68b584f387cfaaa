using System.Buffers;

namespace LumenArgus.Plugins.Secrets;

/// <summary>The smallest usual alphabet that a value can have been drawn from.</summary>
internal static class Alphabet
{
    public const int HexDigits = 16;

    private const int Letters = 26;
    private const int Digits = 10;
    private const int Base64Marks = 2;
    private const int Symbols = 20;

    private static readonly SearchValues<char> SmallHex = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> CapitalHex = SearchValues.Create("0123456789ABCDEF");
    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-.");

    private static readonly SearchValues<char> Marks = SearchValues.Create("+/=_-.");

    /// <summary>Whether a value has hex digits of one case only.</summary>
    public static bool IsHex(ReadOnlySpan<char> value) => value.IndexOfAnyExcept(SmallHex) < 0 || value.IndexOfAnyExcept(CapitalHex) < 0;

    /// <summary>The number of its characters.</summary>
    public static int SizeOf(ReadOnlySpan<char> value)
    {
        if (IsHex(value))
        {
            return HexDigits;
        }

        var size = (value.ContainsAnyInRange('a', 'z') ? Letters : 0) + (value.ContainsAnyInRange('A', 'Z') ? Letters : 0) + (value.ContainsAnyInRange('0', '9') ? Digits : 0);
        if (value.IndexOfAnyExcept(Base64) >= 0)
        {
            return size + Symbols;
        }

        return value.ContainsAny(Marks) ? size + Base64Marks : size;
    }
}
