using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in Sweden, Norway, Denmark, Finland, Iceland, Estonia and Lithuania.</summary>
internal static class NordicNumbers
{
    private const string FinnishLetters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Named(
            "se_personnummer", "Swedish personal identity number", Severity.High, "https://www.skatteverket.se/privat/folkbokforing/personnummer.4.3810a01c150939e893f18c29.html",
            ["personnummer", "personnr", "samordningsnummer", "swedish id", "personal identity number"], @"(?:19|20)?\d{6}[-+ ]?\d{4}",
            ["Personnummer: 900609-0162", "personnummer=195211144810", "samordningsnummer 630869-0335", "{\"personnummer\":\"490115-6028\"}"],
            ["Personnummer: 900609-0163", "900609-0162", "personnummer=991332-1239"],
            "<b>Personnummer</b>: 19490115-6028"),
        NumberRule.Named(
            "no_fodselsnummer", "Norwegian national identity number", Severity.High, "https://www.skatteetaten.no/en/person/national-registry/identitetsnummer/fodselsnummer/",
            ["fødselsnummer", "fodselsnummer", "foedselsnummer", "fødselsnr", "personnummer", "fnr", "norwegian national id"], @"\d{6} ?\d{5}",
            ["Fødselsnummer: 250451 31184", "fnr=11086149232", "fodselsnummer: '02028106885'"],
            ["Fødselsnummer: 250451 31185", "25045131184", "fnr=110861492321", "fnr=00000000000"],
            "{\\\"fnr\\\":\\\"28059809085\\\"}"),
        NumberRule.Named(
            "dk_cpr", "Danish CPR number", Severity.High, "https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret",
            ["cpr", "cpr nummer", "cpr nr", "personnummer"], @"\d{6}-\d{4}",
            ["CPR-nummer: 130940-3424", "cpr=220650-1618", "CPR nr. 140174-0743"],
            ["CPR-nummer: 139940-3424", "130940-3424", "CPR-nummer: 330940-3424", "cpr_build=1309403424"],
            "<td>CPR</td><td>070268-3584</td>"),
        NumberRule.Printed(
            "fi_hetu", "Finnish personal identity code", Severity.High, "https://dvv.fi/en/personal-identity-code",
            @"\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b",
            ["260258-699W", "hetu: 241054-181A", "\"hetu\": \"030566-138E\"", "010594Y9032"],
            ["260258-699X", "269958-699W", "260258-699w", "1260258-699W"],
            "?hetu=161289-389H&x=1"),
        NumberRule.Named(
            "is_kennitala", "Icelandic identity number", Severity.High, "https://www.skra.is/english/people/my-registration/id-numbers/",
            ["kennitala", "kennitölu", "icelandic id"], @"\d{6}-?\d{4}",
            ["Kennitala: 241081-5089", "Kennitölu: 250196-7849", "kennitala=1109731449"],
            ["Kennitala: 241081-5189", "241081-5089", "kennitala. 991081-5089"],
            "<b>kennitala</b> 150582-0329"),
        NumberRule.Named(
            "ee_lt_isikukood", "Estonian or Lithuanian personal code", Severity.High, "https://www.siseministeerium.ee/en/activities/population-procedures/personal-identification-code",
            ["isikukood", "asmens kodas", "personal code", "estonian id"], @"[1-8]\d{10}",
            ["Isikukood: 44904124916", "asmens kodas 44709091867", "isikukood=37009208801"],
            ["Isikukood: 44904124917", "44904124916", "isikukood=44913124916"],
            "{\\\"isikukood\\\":\\\"38705069581\\\"}"),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("se_personnummer", "9999999999|999999+9999|199999999999|209999999999", IsSwedish),
        new NumberValidator("no_fodselsnummer", "99999999999", IsNorwegian, static number => number[2] >= '4'),
        new NumberValidator("dk_cpr", "9999999999", IsDanish),
        new NumberValidator("fi_hetu", "999999999X|999999A999X|999999+999X", IsFinnish, static number => number[^4] == '9'),
        new NumberValidator("is_kennitala", "9999999999", IsIcelandic),
        new NumberValidator("ee_lt_isikukood", "99999999999", IsBaltic),
    ];

    // The last ten digits; the day plus 60 is a coordination number.
    private static bool IsSwedish(ReadOnlySpan<char> number)
    {
        Span<char> digits = stackalloc char[12];
        var count = 0;
        foreach (var letter in number)
        {
            if (letter != '+')
            {
                digits[count++] = letter;
            }
        }

        var last = digits[(count - 10)..count];
        return CivilDate.ExistsShort(CivilDate.Two(last), CivilDate.Two(last[2..]), CivilDate.Two(last[4..]) % 60) && CheckDigits.IsLuhn(last);
    }

    // The day plus 40 is a D number, the month plus 40 or 80 a synthetic one for tests.
    private static bool IsNorwegian(ReadOnlySpan<char> number) =>
        CivilDate.ExistsShort(CivilDate.Two(number[4..]), CivilDate.Two(number[2..]) % 40, CivilDate.Two(number) % 40)
        && CheckDigits.Sum(number, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
        && CheckDigits.Sum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;

    // Numbers given out since 2007 need not pass the old modulus 11.
    private static bool IsDanish(ReadOnlySpan<char> number) => CivilDate.ExistsShort(CivilDate.Two(number[4..]), CivilDate.Two(number[2..]), CivilDate.Two(number));

    // The hyphen of the twentieth century is a separator and gone here.
    private static bool IsFinnish(ReadOnlySpan<char> number) =>
        CivilDate.ExistsShort(CivilDate.Two(number[4..]), CivilDate.Two(number[2..]), CivilDate.Two(number)) && number[^4..^1] is not ("000" or "001")
        && FinnishLetters[(int)(((CheckDigits.Number(number[..6]) * 1000) + CheckDigits.Number(number[^4..^1])) % 31)] == number[^1];

    private static bool IsIcelandic(ReadOnlySpan<char> number) =>
        CivilDate.ExistsShort(CivilDate.Two(number[4..]), CivilDate.Two(number[2..]), CivilDate.Two(number) % 40)
        && number[9] is '0' or '8' or '9'
        && CheckDigits.Sum(number, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;

    private static bool IsBaltic(ReadOnlySpan<char> number)
    {
        var check = CheckDigits.Sum(number, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        check = check == 10 ? CheckDigits.Sum(number, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10 : check;
        return CivilDate.ExistsShort(number[1..]) && check == number[10] - '0';
    }
}
