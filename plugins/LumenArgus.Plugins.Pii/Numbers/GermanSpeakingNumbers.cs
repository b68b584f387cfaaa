using System.Buffers;
using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in Germany, Austria and Switzerland.</summary>
internal static class GermanSpeakingNumbers
{
    private const int MostLetters = 6;

    private static readonly SearchValues<char> CardLetters = SearchValues.Create("CFGHJKLMNPRTVWXYZ0123456789");

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Named(
            "de_steuer_id", "German tax identification number", Severity.High, "https://www.bzst.de/DE/Privatpersonen/SteuerlicheIdentifikationsnummer/steuerlicheidentifikationsnummer_node.html",
            ["steuer id", "steueridentifikationsnummer", "steuerliche identifikationsnummer", "idnr", "*tax id", "tax *identification number"], @"\d{2} ?\d{3} ?\d{3} ?\d{3}",
            ["Steuer-ID: 72 794 853 012", "steuer_id=41237576087", "Steuerliche Identifikationsnummer 15043987650", "IdNr. 58752091641"],
            ["Steuer-ID: 72 794 853 013", "72794853012", "Steuer-ID: 12345678903", "steuer_id=02794853012"],
            "{\\\"steuerId\\\":\\\"72794853012\\\"}"),
        NumberRule.Named(
            "de_personalausweis", "German identity card number", Severity.High, "https://www.personalausweisportal.de/",
            ["personalausweis", "personalausweisnummer", "ausweisnummer", "ausweis nr"], "[LMNPRTVWXY][0-9CFGHJKLMNPRTVWXYZ]{8}[0-9]?",
            ["Personalausweisnummer: TTN57LL4K9", "ausweisnummer=RC1WTRGN72", "Personalausweis Nr. WZJWYGZCJ0"],
            ["Personalausweisnummer: TTN57LL4K8", "TTN57LL4K9", "Personalausweis LPRTVWXYZ", "Ausweisnummer: T220001AB"],
            "<b>Ausweisnummer</b>: YYW6C0CJ01"),
        NumberRule.Named(
            "de_rentenversicherungsnummer", "German pension insurance number", Severity.High, "https://www.deutsche-rentenversicherung.de/",
            ["rentenversicherungsnummer", "sozialversicherungsnummer", "versicherungsnummer", "rvnr", "svnr", "sv nummer"], @"\d{2} ?\d{6} ?[A-Z] ?\d{3}",
            ["Sozialversicherungsnummer: 13 230947 Z 474", "rvnr=65101187N805", "Versicherungsnummer 02200149S551"],
            ["Sozialversicherungsnummer: 13 230947 Z 475", "13230947Z474", "svnr: 13330947Z474"],
            "?svnr=50190180C593&lang=de"),
        NumberRule.Named(
            "at_svnr", "Austrian social insurance number", Severity.High, "https://www.sozialversicherung.at/",
            ["svnr", "sv nummer", "sozialversicherungsnummer", "versicherungsnummer"], @"\d{4} ?\d{6}",
            ["SVNR: 1234 121248", "sv-nummer=8877240146", "Sozialversicherungsnummer 3369 190151"],
            ["SVNR: 1235 121248", "1234121248", "SVNR: 1234 991248", "svnr=12341212481"],
            "<td>SVNR</td><td>3809060845</td>"),
        NumberRule.Printed(
            "ch_ahv", "Swiss AHV number", Severity.High, "https://www.ahv-iv.ch/de/Sozialversicherungen/Alters-und-Hinterlassenenversicherung-AHV",
            @"756(?:\.\d{4}\.\d{4}\.\d{2}|[ -]?\d{4}[ -]?\d{4}[ -]?\d{2})\b",
            ["756.1452.2466.28", "AHV-Nr. 7560826345226", "\"ahv\": \"756 3466 5713 21\""],
            ["756.1452.2466.29", "757.1452.2466.28", "75614522466281", "17561452246628"],
            "?ahv=756.7714.5896.01&lang=de"),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("de_steuer_id", "99999999999", IsTaxId),
        new NumberValidator("de_personalausweis", "XXXXXXXXX|XXXXXXXXX9", IsIdentityCard),
        new NumberValidator("de_rentenversicherungsnummer", "99999999A999", IsPension),
        new NumberValidator("at_svnr", "9999999999", IsAustrian),
        new NumberValidator("ch_ahv", "7569999999999", static number => CheckDigits.Sum(number, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0),
    ];

    // Of the first ten digits exactly one stands there twice or three times.
    private static bool IsTaxId(ReadOnlySpan<char> number)
    {
        var repeated = 0;
        for (var digit = '0'; digit <= '9'; digit++)
        {
            var count = number[..10].Count(digit);
            if (count > 3)
            {
                return false;
            }

            repeated += count > 1 ? 1 : 0;
        }

        return number[0] != '0' && repeated == 1 && CheckDigits.IsMod11And10(number);
    }

    // The card shows nine characters; the tenth, of the machine-readable zone, checks them. Without it a word of capitals would do.
    private static bool IsIdentityCard(ReadOnlySpan<char> number) =>
        number[..9].IndexOfAnyExcept(CardLetters) < 0
        && (number.Length == 10 ? CheckDigits.Icao(number[..9]) == number[9] - '0' : CountLetters(number) <= MostLetters);

    private static int CountLetters(ReadOnlySpan<char> number)
    {
        var letters = 0;
        foreach (var letter in number)
        {
            letters += char.IsAsciiLetter(letter) ? 1 : 0;
        }

        return letters;
    }

    // Area, date of birth, letter of the birth name (A = 01), serial; the digits of the weighted products are added up.
    private static bool IsPension(ReadOnlySpan<char> number)
    {
        ReadOnlySpan<int> weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var letter = number[8] - 'A' + 1;
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var digit = i switch
            {
                < 8 => number[i] - '0',
                8 => letter / 10,
                9 => letter % 10,
                _ => number[i - 1] - '0',
            };
            sum += (digit * weights[i] / 10) + (digit * weights[i] % 10);
        }

        // People born on one day share numbers with a day above 31.
        return CivilDate.Two(number[4..]) is >= 1 and <= 12 && CivilDate.Two(number[2..]) is >= 1 and <= 31 or (>= 51 and <= 81) && sum % 10 == number[11] - '0';
    }

    // The fourth digit checks the serial and the date of birth.
    private static bool IsAustrian(ReadOnlySpan<char> number) =>
        number[0] != '0' && CivilDate.ExistsShort(CivilDate.Two(number[8..]), CivilDate.Two(number[6..]), CivilDate.Two(number[4..]))
        && CheckDigits.Sum(number, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == number[3] - '0';
}
