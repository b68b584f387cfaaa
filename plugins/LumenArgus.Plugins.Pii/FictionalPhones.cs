namespace LumenArgus.Plugins.Pii;

/// <summary>
/// Numbers that regulators keep for films and documentation: 555-0100 to 555-0199 (NANPA), and the ranges of Ofcom (United Kingdom) and ACMA (Australia).
/// </summary>
internal static class FictionalPhones
{
    private const int MostDigits = 15;
    private const int NationalDigits = 10;

    // In international form, without the digits that are free.
    private static readonly string[] International =
    [
        "447700900", "4416329609", "4411349600", "44114496", "44115496", "44116496", "44117496", "44118496", "44121496", "44131496", "44141496", "44151496", "44161496",
        "442079460", "44191498", "442896496", "442920180", "6125550", "6135550", "6175550", "6185550", "61491570",
    ];

    /// <summary>Whether a number, in international or North American form, lies in such a range.</summary>
    public static bool Contains(ReadOnlySpan<char> number)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        for (var i = 0; i < number.Length && count < digits.Length; i++)
        {
            if (char.IsAsciiDigit(number[i]) && !(number[i] == '0' && i > 0 && number[i - 1] == '('))
            {
                digits[count++] = number[i];
            }
        }

        ReadOnlySpan<char> all = digits[..count];
        return number.StartsWith('+') && all is not ['1', ..] ? StartsWithAny(all) : count >= NationalDigits && all[^7..^2] is "55501";
    }

    private static bool StartsWithAny(ReadOnlySpan<char> digits)
    {
        foreach (var range in International)
        {
            if (digits.StartsWith(range))
            {
                return true;
            }
        }

        return false;
    }
}
