using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in Belgium and the Netherlands.</summary>
internal static class BelgianAndDutchNumbers
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Named(
            "nl_bsn", "Dutch citizen service number", Severity.High, "https://www.rvig.nl/bsn",
            ["bsn", "burgerservicenummer", "sofinummer", "citizen service number"], @"\d{4}[ .]?\d{2}[ .]?\d{3}|\d{3} ?\d{3} ?\d{3}",
            ["BSN: 155231649", "burgerservicenummer = '2675.97.599'", "{\"bsn\":\"168410540\"}"],
            ["BSN: 155231640", "155231649", "bsn=1552316491", "BSN: 000000000"],
            "<td>BSN</td><td>148334702</td>"),
        NumberRule.Printed(
            "be_rijksregisternummer", "Belgian national register number, as printed", Severity.High, "https://www.ibz.rrn.fgov.be/nl/rijksregister/",
            @"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}\b",
            ["63.03.04-884.49", "Rijksregisternummer: 53.04.24-967.36", "\"nn\": \"98.06.02-008.92\""],
            ["63.03.04-884.50", "63.13.04-884.49", "163.03.04-884.49", "63.03.04-884.491"],
            "?nn=88.02.10-428.67&x=1"),
        NumberRule.Named(
            "be_rijksregisternummer_digits", "Belgian national register number behind its name", Severity.High, "https://www.ibz.rrn.fgov.be/fr/registre-national/",
            ["rijksregisternummer", "registre national", "national register", "insz", "niss"], @"\d{6}[ -]?\d{3}[ -]?\d{2}",
            ["Rijksregisternummer: 63030488449", "insz=53042496736", "numéro de registre national 980602-008-92"],
            ["Rijksregisternummer: 63030488450", "63030488449", "insz=63130488449"],
            "{\\\"niss\\\":\\\"88021042867\\\"}"),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("nl_bsn", "999999999", static number =>
            CheckDigits.Sum(number, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0 && !CheckDigits.IsOneDigit(number)),
        new NumberValidator("be_rijksregisternummer", "99999999999", IsBelgian),
        new NumberValidator("be_rijksregisternummer_digits", "99999999999", IsBelgian),
    ];

    // For people born since 2000 a 2 is put before the nine digits. The month is raised by 20 or 40 for people of another register.
    private static bool IsBelgian(ReadOnlySpan<char> number)
    {
        var body = CheckDigits.Number(number[..9]);
        var check = CivilDate.Two(number[9..]);
        return CivilDate.ExistsShort(CivilDate.Two(number), CivilDate.Two(number[2..]) % 20, CivilDate.Two(number[4..]))
            && (97 - (body % 97) == check || 97 - ((2_000_000_000L + body) % 97) == check);
    }
}
