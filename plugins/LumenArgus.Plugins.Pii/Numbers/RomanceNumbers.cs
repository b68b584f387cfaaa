using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in France, Spain, Italy, Portugal and Romania.</summary>
internal static class RomanceNumbers
{
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string MonthLetters = "ABCDEHLMPRST";

    // Decree of 23 December 1976: the value of each digit and letter at an odd place. An omocode letter counts as the letter that it is.
    private static readonly int[] OddDigits = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    private static readonly int[] OddLetters = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Printed(
            "fr_nir", "French social security number, as printed", Severity.High, "https://www.insee.fr/fr/metadonnees/definition/c1409",
            @"[1-478] \d{2} \d{2} (?:\d{2}|2[AB]) \d{3} \d{3}(?: ?\d{2})\b",
            ["1 93 06 69 723 618 30", "Sécu: 1 64 11 75 797 361 85.", "\"nir\": \"1 92 05 69 675 831 29\""],
            ["1 93 06 69 723 618 31", "1 93 16 69 723 618 30", "5 93 06 69 723 618 30", "11 93 06 69 723 618 30"],
            "\\nNIR\\t1 80 03 69 311 357 48\\n"),
        NumberRule.Named(
            "fr_nir_digits", "French social security number behind its name", Severity.High, "https://www.service-public.fr/particuliers/vosdroits/F33078",
            ["nir", "insee", "securite sociale", "sécurité sociale", "num secu", "numero de secu"], "[1-478][0-9]{4}(?:[0-9]{2}|2[AB])[0-9]{8}",
            ["NIR: 193066972361830", "numéro de sécurité sociale : 164117579736185", "insee=192056967583129"],
            ["NIR: 193066972361831", "193066972361830", "nir=593066972361830"],
            "{\\\"nir\\\":\\\"180036931135748\\\"}"),
        NumberRule.Named(
            "es_dni_nie", "Spanish identity number (DNI, NIE)", Severity.High, "https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/",
            ["dni", "nie", "nif", "documento nacional"], "(?:[0-9]{8}|[XYZxyz][ -]?[0-9]{7})[ -]?[A-Za-z]",
            ["DNI: 49585628C", "NIF 19105883-J", "nie=Y1951808L", "{\"dni\":\"03504094K\"}"],
            ["DNI: 49585628D", "49585628C", "nie=Y1951808M", "DNI: 4958562C"],
            "<li>NIE</li> <li>Z3627309F</li>"),
        NumberRule.Printed(
            "it_codice_fiscale", "Italian tax code", Severity.High, "https://www.agenziaentrate.gov.it/portale/web/guest/schede/istanze/richiesta-ts_cf/informazioni-codificazione-pf",
            @"[A-Z]{6}\d{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\b",
            ["VSZGZD57A49D327C", "C.F. NGFMLZ64T67B045Z", "\"codiceFiscale\": \"PPPSGV47S56E405T\""],
            ["VSZGZD57A49D327D", "VSZGZD57F49D327C", "VSZGZD57A79D327C", "vszgzd57a49d327c", "XVSZGZD57A49D327C"],
            "?cf=NSDSND65E60M056Z&x=1"),
        NumberRule.Named(
            "pt_nif", "Portuguese tax number", Severity.High, "https://info.portaldasfinancas.gov.pt/",
            ["nif", "contribuinte", "numero de identificacao fiscal", "número de identificação fiscal"], @"[1-35689]\d{2} ?\d{3} ?\d{3}",
            ["NIF: 292 428 340", "contribuinte n.º 265898366", "nif=291055150"],
            ["NIF: 292 428 341", "292428340", "nif=2910551501"],
            "<b>NIF</b>: 162022603"),
        NumberRule.Named(
            "ro_cnp", "Romanian personal numerical code", Severity.High, "https://legislatie.just.ro/Public/DetaliiDocument/69105",
            ["cnp", "cod numeric personal"], @"[1-9]\d{12}",
            ["CNP: 1431220232129", "cod numeric personal 1441224342680", "{\"cnp\":\"1880518253240\"}"],
            ["CNP: 1431220232128", "1431220232129", "CNP: 1431320232129", "cnp=1700000000000"],
            "?cnp=1730124184699&x=1"),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("fr_nir", "999999999999999|999992A99999999|999992B99999999", IsFrench),
        new NumberValidator("fr_nir_digits", "999999999999999|999992A99999999|999992B99999999", IsFrench),
        new NumberValidator("es_dni_nie", "99999999A|A9999999A", IsSpanish),
        new NumberValidator("it_codice_fiscale", "AAAAAA99AXXAXXXA", IsItalian),
        new NumberValidator("pt_nif", "999999999", IsPortuguese),
        new NumberValidator("ro_cnp", "9999999999999", IsRomanian),
    ];

    // The key is the complement of the rest by 97; the departments of Corsica count as 19 and 18. Months from 20 are of people whose month is unknown.
    private static bool IsFrench(ReadOnlySpan<char> number)
    {
        var isCorsican = char.IsAsciiLetter(number[6]);
        var department = isCorsican ? (number[6] == 'A' ? 19 : 18) : CivilDate.Two(number[5..]);
        var rest = (((CheckDigits.Number(number[..5]) * 100) + department) * 1_000_000) + CheckDigits.Number(number[7..13]);
        return CivilDate.Two(number[3..]) is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50 && 97 - (rest % 97) == CivilDate.Two(number[13..]);
    }

    private static bool IsSpanish(ReadOnlySpan<char> number)
    {
        var first = number[0] switch { 'X' => 0, 'Y' => 1, 'Z' => 2, >= '0' and <= '9' => number[0] - '0', _ => -1 };
        return first >= 0 && SpanishLetters[(int)(((first * 10_000_000L) + CheckDigits.Number(number[1..8])) % 23)] == number[8];
    }

    private static bool IsItalian(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var isDigit = char.IsAsciiDigit(number[i]);
            var value = isDigit ? number[i] - '0' : number[i] - 'A';
            sum += i % 2 == 1 ? value : isDigit ? OddDigits[value] : OddLetters[value];
        }

        return MonthLetters.Contains(number[8]) && IsDay(number[9..11]) && sum % 26 == number[15] - 'A';
    }

    // Plus 40 for women. Letters stand for digits where two people had the same code.
    private static bool IsDay(ReadOnlySpan<char> day) =>
        !char.IsAsciiDigit(day[0]) || !char.IsAsciiDigit(day[1]) || CivilDate.Two(day) is (>= 1 and <= 31) or (>= 41 and <= 71);

    private static bool IsPortuguese(ReadOnlySpan<char> number)
    {
        var check = 11 - (CheckDigits.Sum(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
        return (check >= 10 ? 0 : check) == number[8] - '0';
    }

    private static bool IsRomanian(ReadOnlySpan<char> number)
    {
        var check = CheckDigits.Sum(number, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
        return CivilDate.ExistsShort(number[1..]) && (check == 10 ? 1 : check) == number[12] - '0';
    }
}
