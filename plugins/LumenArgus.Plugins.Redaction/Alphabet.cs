using System.Buffers;

namespace LumenArgus.Plugins.Redaction;

/// <summary>The characters of the random part of a placeholder. None of them has to be escaped anywhere.</summary>
internal sealed class Alphabet
{
    // A key that was made by chance is taken for a placeholder once in 2^40 times, and of a million values two share a placeholder once in two times.
    private const int TagBits = 40;
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Decimal = "0123456789";

    private readonly SearchValues<char> _set;

    private Alphabet(string letters)
    {
        Letters = letters;
        _set = SearchValues.Create(letters);
        TagLength = (int)Math.Ceiling(TagBits / Math.Log2(letters.Length));
    }

    /// <summary>From the narrowest to the widest.</summary>
    public static IReadOnlyList<Alphabet> All { get; } =
    [
        new(Decimal + "abcdef"), new(Decimal + "ABCDEF"), new(Upper + "234567"), new(Lower + "234567"), new(Upper + Decimal), new(Lower + Decimal), new(Upper + Lower + Decimal),
    ];

    /// <summary>For values whose own shape cannot be kept.</summary>
    public static Alphabet Plain { get; } = All[3];

    /// <summary>The letters and digits.</summary>
    public static Alphabet Widest { get; } = All[^1];

    public string Letters { get; }

    /// <summary>Characters at the end of the random part that prove it.</summary>
    public int TagLength { get; }

    /// <summary>The shortest random part.</summary>
    public int MinLength => 2 * TagLength;

    public bool Holds(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(_set);
}
