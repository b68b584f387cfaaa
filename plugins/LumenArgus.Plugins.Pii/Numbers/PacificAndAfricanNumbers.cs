using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in Australia, New Zealand and South Africa.</summary>
internal static class PacificAndAfricanNumbers
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Named(
            "au_tfn", "Australian tax file number", Severity.High, "https://www.ato.gov.au/individuals-and-families/tax-file-number",
            ["tfn", "*tax file"], @"\d{3} ?\d{3} ?\d{3}",
            ["TFN: 344 126 923", "tax_file_number=578986243", "{\"tfn\":\"384959372\"}"],
            ["TFN: 344 126 924", "344126923", "tfn=3441269231"],
            "<td>TFN</td><td>707 771 018</td>"),
        NumberRule.Named(
            "au_medicare", "Australian Medicare card number", Severity.High, "https://www.servicesaustralia.gov.au/medicare-card",
            ["medicare", "medicare card"], @"[2-6]\d{3} ?\d{5} ?\d(?:[ /-]?\d)?",
            ["Medicare: 2509 93927 2", "medicare_number=5934183871", "Medicare card no. 2945 83984 9/1"],
            ["Medicare: 2509 93937 2", "2509939272", "medicare=7509939272"],
            "{\\\"medicareNumber\\\":\\\"4219932287\\\"}"),
        NumberRule.Named(
            "nz_ird", "New Zealand IRD number", Severity.High, "https://www.ird.govt.nz/managing-my-tax/ird-numbers",
            ["ird", "*inland revenue"], @"\d{2,3}[ -]?\d{3}[ -]?\d{3}",
            ["IRD: 101-058-107", "ird_number=127691568", "Inland Revenue number 102 155 181"],
            ["IRD: 101-058-108", "101058107", "third: 101-058-107", "ird=1010581071"],
            "<b>IRD</b> 132-661-324"),
        NumberRule.NamedInAnyScript(
            "za_id", "South African identity number", Severity.High, "https://www.dha.gov.za/",
            @"(?i:identity[ _-]?n(?:umber|o)|\bid[ _-]?n(?:umber|o)|south african id|rsa[ _-]id)", @"\d{13}",
            ["ID number: 6605058742180", "rsa_id = 9206214840187", "{\"identityNumber\":\"8408013853087\"}"],
            ["ID number: 6605058742181", "6605058742180", "id number 1700000000000", "ID no: 6613058742180"],
            "{\\\"idNumber\\\":\\\"4003039512082\\\"}"),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("au_tfn", "999999999", static number => CheckDigits.Sum(number, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0 && !CheckDigits.IsOneDigit(number)),
        new NumberValidator("au_medicare", "9999999999|99999999999", static number => CheckDigits.Sum(number, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == number[8] - '0'),
        new NumberValidator("nz_ird", "99999999|999999999", IsInlandRevenue),
        new NumberValidator("za_id", "9999999999999", static number => CivilDate.ExistsShort(number) && number[10] is '0' or '1' or '2' && CheckDigits.IsLuhn(number)),
    ];

    // A first check digit of ten is computed again with other weights. Eight digits are padded with a zero.
    private static bool IsInlandRevenue(ReadOnlySpan<char> number)
    {
        Span<char> padded = ['0', '0', '0', '0', '0', '0', '0', '0', '0'];
        number.CopyTo(padded[(9 - number.Length)..]);
        var value = CheckDigits.Number(padded);
        var check = Complement(CheckDigits.Sum(padded, [3, 2, 7, 6, 5, 4, 3, 2]));
        check = check == 10 ? Complement(CheckDigits.Sum(padded, [7, 4, 3, 2, 5, 2, 7, 6])) : check;
        return value is >= 10_000_000 and <= 150_000_000 && check == padded[8] - '0';
    }

    private static int Complement(int sum) => sum % 11 == 0 ? 0 : 11 - (sum % 11);
}
