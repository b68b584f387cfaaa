using System.Collections.Frozen;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>ISO 13616: a country of the registry, the length and structure of its account numbers, and the check digits (ISO 7064, MOD 97-10).</summary>
internal sealed class IbanValidator : IRuleValidator
{
    public const string RuleName = "iban_mod97";

    private const int Head = 4;

    // From the IBAN registry of SWIFT: what follows country and check digits; n digits, a letters, c either.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Structures = new (string Structure, string Countries)[]
    {
        ("8n12c", "AD"),
        ("19n", "AE IL SO TL"),
        ("8n16c", "AL CY"),
        ("16n", "AT BA EE LT MN XK"),
        ("4a20c", "AZ"),
        ("12n", "BE"),
        ("4a6n8c", "BG"),
        ("4a14c", "BH"),
        ("23n", "BI DJ MR"),
        ("23n1a1c", "BR"),
        ("4c4n16c", "BY"),
        ("5n12c", "CH LI"),
        ("18n", "CR DE ME RS VA"),
        ("20n", "CZ ES SE SK TN"),
        ("14n", "DK FI FO GL SD"),
        ("4c20n", "DO"),
        ("25n", "EG"),
        ("2a12n", "FK"),
        ("10n11c2n", "FR MC"),
        ("4a14n", "GB IE"),
        ("2a16n", "GE"),
        ("4a15c", "GI"),
        ("7n16c", "GR"),
        ("24c", "GT"),
        ("4a20n", "HN NI SV"),
        ("17n", "HR"),
        ("24n", "HU PL"),
        ("4a15n", "IQ"),
        ("22n", "IS"),
        ("1a10n12c", "IT SM"),
        ("4a4n18c", "JO YE"),
        ("4a22c", "KW"),
        ("3n13c", "KZ LU"),
        ("4n20c", "LB"),
        ("4a24c", "LC"),
        ("4a13c", "LV"),
        ("21n", "LY PT ST"),
        ("20c", "MD"),
        ("3n10c2n", "MK"),
        ("4a5n18c", "MT"),
        ("4a19n3a", "MU"),
        ("4a10n", "NL"),
        ("11n", "NO"),
        ("3n16c", "OM"),
        ("4a16c", "PK RO"),
        ("4a21c", "PS QA"),
        ("14n15c", "RU"),
        ("2n18c", "SA"),
        ("4a20n3a", "SC"),
        ("15n", "SI"),
        ("6n16c", "TR"),
        ("6n19c", "UA"),
        ("4a16n", "VG"),
    }.SelectMany(row => row.Countries.Split(' ').Select(country => (country, row.Structure)))
        .ToFrozenDictionary(row => row.country, row => Expand(row.Structure)).GetAlternateLookup<ReadOnlySpan<char>>();

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

        return count > Head && Structures.TryGetValue(compact[..2], out var structure) && HasStructure(compact[Head..count], structure) && Remainder(compact[..count]) == 1;
    }

    public Verdict Judge(ReadOnlySpan<char> value) => Verdict.LikelyLive;

    // 4a14n is aaaannnnnnnnnnnnnn.
    private static string Expand(string structure)
    {
        var expanded = new StringBuilder();
        var count = 0;
        foreach (var letter in structure)
        {
            if (char.IsAsciiDigit(letter))
            {
                count = (count * 10) + letter - '0';
                continue;
            }

            expanded.Append(letter, count);
            count = 0;
        }

        return expanded.ToString();
    }

    private static bool HasStructure(ReadOnlySpan<char> account, string structure)
    {
        if (account.Length != structure.Length)
        {
            return false;
        }

        for (var i = 0; i < structure.Length; i++)
        {
            if (structure[i] switch { 'n' => !char.IsAsciiDigit(account[i]), 'a' => !char.IsAsciiLetterUpper(account[i]), _ => !char.IsAsciiLetterOrDigit(account[i]) })
            {
                return false;
            }
        }

        return true;
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
