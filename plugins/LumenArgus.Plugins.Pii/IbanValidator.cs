using System.Collections.Frozen;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>ISO 13616: a country of the registry, its length, and the check digits (ISO 7064, MOD 97-10).</summary>
internal sealed class IbanValidator : IRuleValidator
{
    public const string RuleName = "iban_mod97";

    // From the IBAN registry of SWIFT: country codes by length.
    private static readonly FrozenDictionary<string, int> Lengths = new (int Length, string Countries)[]
    {
        (15, "NO"),
        (16, "BE"),
        (18, "DK FI FK FO GL NL SD"),
        (19, "MK SI"),
        (20, "AT BA EE KZ LT LU MN XK"),
        (21, "CH HR LI LV"),
        (22, "BG BH CR DE GB GE IE ME RS VA"),
        (23, "AE GI IL IQ OM SO TL"),
        (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
        (25, "LY PT ST"),
        (26, "IS TR"),
        (27, "BI DJ FR GR IT MC MR SM"),
        (28, "AL AZ BY CY DO GT HU LB NI PL SV"),
        (29, "BR EG PS QA UA"),
        (30, "JO KW MU YE"),
        (31, "MT SC"),
        (32, "LC"),
        (33, "RU"),
    }.SelectMany(row => row.Countries.Split(' ').Select(country => (country, row.Length))).ToFrozenDictionary(row => row.country, row => row.Length);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByCountry = Lengths.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> compact = stackalloc char[34];
        var count = 0;
        foreach (var letter in value)
        {
            if (letter == ' ')
            {
                continue;
            }

            if (count == compact.Length)
            {
                return false;
            }

            compact[count++] = letter;
        }

        return count > 4 && ByCountry.TryGetValue(compact[..2], out var length) && count == length && Remainder(compact[..count]) == 1;
    }

    // The first four characters go to the end; a letter counts as two digits, A = 10.
    private static int Remainder(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var letter = iban[(i + 4) % iban.Length];
            remainder = char.IsAsciiDigit(letter)
                ? ((remainder * 10) + letter - '0') % 97
                : ((remainder * 100) + letter - 'A' + 10) % 97;
        }

        return remainder;
    }
}
