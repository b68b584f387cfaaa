using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in Poland, the Czech Republic, Slovakia, Hungary, Bulgaria, the states of former Yugoslavia, Russia, Greece and Turkey.</summary>
internal static class EasternEuropeanNumbers
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Named(
            "pl_pesel", "Polish PESEL number", Severity.High, "https://www.gov.pl/web/gov/czym-jest-numer-pesel",
            ["pesel"], @"\d{11}",
            ["PESEL: 41010725646", "nr_pesel = '69081984210'", "{\"pesel\":\"93120665200\"}"],
            ["PESEL: 41010725647", "41010725646", "PESEL: 41330725646", "pesel=410107256461"],
            "<td>PESEL</td><td>66022676067</td>"),
        NumberRule.Named(
            "pl_nip", "Polish tax number", Severity.Warning, "https://www.podatki.gov.pl/",
            ["nip", "numer identyfikacji podatkowej"], @"\d{3}-?(?:\d{3}-?\d{2}-?\d{2}|\d{2}-?\d{2}-?\d{3})",
            ["NIP: 595-604-75-40", "nip=7440420862", "NIP 517-37-75-499"],
            ["NIP: 595-604-75-41", "595-604-75-40", "snip=7440420862"],
            "{\\\"nip\\\":\\\"7355702449\\\"}"),
        NumberRule.Named(
            "cz_sk_rodne_cislo", "Czech or Slovak birth number", Severity.High, "https://www.mvcr.cz/clanek/rodne-cislo.aspx",
            ["rodné číslo", "rodne cislo", "*birth number", "rodneho cisla"], @"\d{6}/?\d{4}",
            ["Rodné číslo: 661225/4748", "rodne_cislo=5758038022", "birth number 680403/5172"],
            ["Rodné číslo: 661225/4749", "661225/4748", "rodne_cislo=5713038022"],
            "{\\\"rodneCislo\\\":\\\"765702/8896\\\"}"),
        NumberRule.Named(
            "hu_taj", "Hungarian social security number", Severity.High, "https://www.neak.gov.hu/",
            ["taj", "taj szám", "társadalombiztosítási azonosító"], @"\d{3}[ -]?\d{3}[ -]?\d{3}",
            ["TAJ: 177 819 191", "taj_szam=066753490", "TAJ-szám: 089-614-855"],
            ["TAJ: 177 819 192", "177819191", "taj=1778191911"],
            "<b>TAJ</b> 150889647"),
        NumberRule.NamedInAnyScript(
            "bg_egn", "Bulgarian uniform civil number", Severity.High, "https://www.grao.bg/esgraon.html",
            @"\b(?i:egn)|ЕГН|Егн", @"\d{10}",
            ["ЕГН: 9705235381", "egn = \"5411253663\"", "EGN 4901078960"],
            ["ЕГН: 9705235382", "9705235381", "egn=9713235381", "egn=97052353811"],
            "{\\\"egn\\\":\\\"4111242141\\\"}"),
        NumberRule.Named(
            "hr_oib", "Croatian personal identification number", Severity.High, "https://www.porezna-uprava.hr/HR_OIB/Stranice/default.aspx",
            ["oib"], @"\d{11}",
            ["OIB: 81311402096", "oib=90087693967", "{\"oib\":\"10618906307\"}"],
            ["OIB: 81311402097", "81311402096", "oib=813114020961"],
            "?oib=61322063907&x=1"),
        NumberRule.Named(
            "jmbg", "Unique master citizen number (JMBG, EMŠO)", Severity.High, "https://www.gov.si/teme/osebna-identifikacijska-stevilka/",
            ["jmbg", "emso", "embg"], @"\d{13}",
            ["JMBG: 0905997107244", "emso=1609942335723", "EMBG 0804945107814"],
            ["JMBG: 0905997107245", "0905997107244", "jmbg=0913997107244", "jmbg=1700000000000"],
            "<td>JMBG</td><td>2312956501813</td>"),
        NumberRule.Printed(
            "ru_snils", "Russian insurance account number (SNILS)", Severity.High, "https://sfr.gov.ru/",
            @"\d{3}-\d{3}-\d{3}[ -]\d{2}\b",
            ["537-061-022 57", "СНИЛС: 549-257-446 29", "\"snils\": \"811-417-134-56\""],
            ["537-061-022 58", "1537-061-022 57", "537-061-022 571", "53706102257", "000-000-000 00"],
            "?snils=357-479-694-49&x=1"),
        NumberRule.NamedInAnyScript(
            "ru_inn", "Russian tax number of a person", Severity.High, "https://www.nalog.gov.ru/rn77/fl/interest/inn/",
            @"\b(?i:inn)|ИНН|Инн", @"\d{12}",
            ["ИНН: 773838253922", "inn = '770276003620'", "ИНН 771538667189"],
            ["ИНН: 773838253923", "773838253922", "inner=773838253922", "inn=7738382539221"],
            "{\\\"inn\\\":\\\"771367179566\\\"}"),
        NumberRule.NamedInAnyScript(
            "gr_amka", "Greek social security number (AMKA)", Severity.High, "https://www.amka.gr/",
            @"\b(?i:amka)|ΑΜΚΑ|Α\.Μ\.Κ\.Α\.", @"\d{11}",
            ["ΑΜΚΑ: 06095354632", "amka=\"11125176799\"", "AMKA 12038163957"],
            ["ΑΜΚΑ: 06095354633", "06095354632", "amka=06135354632", "amka=060953546321"],
            "{\\\"amka\\\":\\\"22099523361\\\"}"),
        NumberRule.Named(
            "tr_kimlik", "Turkish identity number", Severity.High, "https://www.nvi.gov.tr/",
            ["tc kimlik", "kimlik no", "kimlik numarası", "kimlik numarasi", "tckn"], @"[1-9]\d{10}",
            ["TC Kimlik No: 75419938770", "tckn=35322278080", "{\"kimlikNo\":\"77949590886\"}"],
            ["TC Kimlik No: 75419938771", "75419938770", "tckn=754199387701"],
            "<b>TC Kimlik</b>: 71280106522"),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("pl_pesel", "99999999999", IsPolish),
        new NumberValidator("pl_nip", "9999999999", static number => CheckDigits.Sum(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == number[9] - '0'),
        new NumberValidator("cz_sk_rodne_cislo", "9999999999", IsCzechOrSlovak),
        new NumberValidator("hu_taj", "999999999", static number => CheckDigits.Sum(number, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == number[8] - '0' && !CheckDigits.IsOneDigit(number)),
        new NumberValidator("bg_egn", "9999999999", IsBulgarian),
        new NumberValidator("hr_oib", "99999999999", CheckDigits.IsMod11And10),
        new NumberValidator("jmbg", "9999999999999", IsYugoslav),
        new NumberValidator("ru_snils", "99999999999", IsInsuranceAccount),
        new NumberValidator("ru_inn", "999999999999", IsTaxNumber),
        new NumberValidator("gr_amka", "99999999999", static number =>
            CivilDate.ExistsShort(CivilDate.Two(number[4..]), CivilDate.Two(number[2..]), CivilDate.Two(number)) && CheckDigits.IsLuhn(number)),
        new NumberValidator("tr_kimlik", "99999999999", IsTurkish),
    ];

    // The month tells the century: plus 80 is 18xx, 20 is 20xx, 40 is 21xx, 60 is 22xx.
    private static bool IsPolish(ReadOnlySpan<char> number) =>
        CivilDate.ExistsShort(CivilDate.Two(number), CivilDate.Two(number[2..]) % 20, CivilDate.Two(number[4..]))
        && CheckDigits.Sum(number, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0;

    // Plus 50 for women, plus 20 when the numbers of a day run out. Until 1985 a remainder of ten was written as 0.
    private static bool IsCzechOrSlovak(ReadOnlySpan<char> number) =>
        CivilDate.ExistsShort(CivilDate.Two(number), CivilDate.Two(number[2..]) % 50 % 20, CivilDate.Two(number[4..]))
        && CheckDigits.Number(number[..9]) % 11 % 10 == number[9] - '0';

    // The month plus 20 is 18xx, plus 40 is 20xx.
    private static bool IsBulgarian(ReadOnlySpan<char> number) =>
        CivilDate.ExistsShort(CivilDate.Two(number), CivilDate.Two(number[2..]) % 20, CivilDate.Two(number[4..]))
        && CheckDigits.Sum(number, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == number[9] - '0';

    // The year has three digits.
    private static bool IsYugoslav(ReadOnlySpan<char> number)
    {
        var year = ((number[4] - '0') * 100) + CivilDate.Two(number[5..]);
        var check = 11 - (CheckDigits.Sum(number, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
        return CivilDate.Exists(year < 800 ? 2000 + year : 1000 + year, CivilDate.Two(number[2..]), CivilDate.Two(number))
            && (check == 11 ? 0 : check) == number[12] - '0';
    }

    private static bool IsInsuranceAccount(ReadOnlySpan<char> number) =>
        !CheckDigits.IsOneDigit(number) && CheckDigits.Sum(number, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == CivilDate.Two(number[9..]);

    private static bool IsTaxNumber(ReadOnlySpan<char> number) =>
        !CheckDigits.IsOneDigit(number)
        && CheckDigits.Sum(number, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == number[10] - '0'
        && CheckDigits.Sum(number, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == number[11] - '0';

    private static bool IsTurkish(ReadOnlySpan<char> number)
    {
        var tenth = CheckDigits.Sum(number, [7, -1, 7, -1, 7, -1, 7, -1, 7]) % 10;
        return ((tenth + 10) % 10) == number[9] - '0' && CheckDigits.Sum(number, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 == number[10] - '0';
    }
}
