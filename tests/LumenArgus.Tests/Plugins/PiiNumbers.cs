using System.Globalization;
using System.Numerics;

namespace LumenArgus.Tests.Plugins;

/// <summary>
/// Makes valid numbers of each kind, from the issuers' descriptions and apart from the plugin's code: two implementations that agree on random numbers are
/// hardly both wrong.
/// </summary>
internal static class PiiNumbers
{
    private const string DniLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

    /// <summary>A kind of number: where it stands, how one is made, and the place of a check character counted from the end.</summary>
    public static IReadOnlyDictionary<string, (string Context, Func<Random, string> Make, int Check)> All { get; } =
        new Dictionary<string, (string, Func<Random, string>, int)>(StringComparer.Ordinal)
        {
            ["uk_nhs_number"] = ("NHS number: {0}", r => Solve(() => Digits(r, 9), n => Sum(n, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0 && n[..3] != "999"), 1),
            ["uk_utr"] = ("UTR: {0}", r => Digits(r, 9) is var n ? "21987654321"[Sum(n, 6, 7, 8, 9, 10, 5, 4, 3, 2) % 11] + n : "", 10),
            ["ie_pps"] = ("PPSN: {0}", r => Digits(r, 7) is var n ? n + (char)(Sum(n, 8, 7, 6, 5, 4, 3, 2) % 23 is 0 ? 'W' : 'A' + (Sum(n, 8, 7, 6, 5, 4, 3, 2) % 23) - 1) : "", 1),
            ["de_steuer_id"] = ("Steuer-ID {0}", TaxId, 1),
            ["de_personalausweis"] = ("Personalausweisnummer: {0}", r => "T" + Pick(r, "0123456789CFGHJKLMNPRTVWXYZ", 8) is var n ? n + Icao(n) : "", 1),
            ["at_svnr"] = ("SVNR {0}", r => Solve(() => (100 + r.Next(900)).ToString(CultureInfo.InvariantCulture), n => n.Length == 4, n => n + Date(r, "ddMMyy"), n => Sum(n, 3, 7, 9, -1, 5, 8, 4, 2, 1, 6) % 11 == 0), 7),
            ["ch_ahv"] = ("{0}", r => Solve(() => "756" + Digits(r, 9), n => Sum(n, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0), 1),
            ["nl_bsn"] = ("BSN: {0}", r => Solve(() => "1" + Digits(r, 7), n => (Sum(n, 9, 8, 7, 6, 5, 4, 3, 2, 0) - Digit(n, 8)) % 11 == 0), 1),
            ["be_rijksregisternummer_digits"] = ("INSZ: {0}", r => Date(r, "yyMMdd") + Digits(r, 3) is var n ? n + (97 - (long.Parse(n) % 97)).ToString("00") : "", 1),
            ["fr_nir_digits"] = ("NIR: {0}", r => "1" + Date(r, "yyMM") + "75" + Digits(r, 6) is var n ? n + (97 - (long.Parse(n) % 97)).ToString("00") : "", 1),
            ["es_dni_nie"] = ("DNI: {0}", r => Digits(r, 8) is var n ? n + DniLetters[int.Parse(n) % 23] : "", 1),
            ["it_codice_fiscale"] = ("{0}", ItalianCode, 1),
            ["pt_nif"] = ("NIF: {0}", r => Solve(() => "2" + Digits(r, 7), n => Sum(n, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0), 1),
            ["ro_cnp"] = ("CNP: {0}", r => "1" + Date(r, "yyMMdd") + "40" + Digits(r, 3) is var n ? n + (Sum(n, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11 is 10 ? 1 : Sum(n, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11) : "", 1),
            ["pl_pesel"] = ("PESEL: {0}", r => Solve(() => Date(r, "yyMMdd") + Digits(r, 4), n => Sum(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0), 1),
            ["pl_nip"] = ("NIP: {0}", r => Solve(() => "5" + Digits(r, 8), n => (Sum(n, 6, 5, 7, 2, 3, 4, 5, 6, 7, 0) - Digit(n, 9)) % 11 == 0), 1),
            ["cz_sk_rodne_cislo"] = ("Rodne cislo: {0}", r => Solve(() => Date(r, "yyMMdd") + Digits(r, 3), n => long.Parse(n) % 11 == 0), 1),
            ["hu_taj"] = ("TAJ: {0}", r => Solve(() => "1" + Digits(r, 7), n => (Sum(n, 3, 7, 3, 7, 3, 7, 3, 7, 0) - Digit(n, 8)) % 10 == 0), 1),
            ["bg_egn"] = ("EGN {0}", r => Date(r, "yyMMdd") + Digits(r, 3) is var n ? n + (Sum(n, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10) : "", 1),
            ["hr_oib"] = ("OIB: {0}", r => Hybrid(Digits(r, 10)), 1),
            ["jmbg"] = ("JMBG: {0}", r => Solve(() => Date(r, "ddMM") + "9" + Date(r, "yy") + "50" + Digits(r, 3), n => Sum(n, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0), 1),
            ["ru_snils"] = ("{0}", r => Digits(r, 9) is var n ? $"{n[..3]}-{n[3..6]}-{n[6..]} {Sum(n, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100:00}" : "", 1),
            ["ru_inn"] = ("INN {0}", RussianTax, 1),
            ["gr_amka"] = ("AMKA {0}", r => Luhn(Date(r, "ddMMyy") + Digits(r, 4)), 1),
            ["tr_kimlik"] = ("TCKN: {0}", Turkish, 1),
            ["se_personnummer"] = ("Personnummer: {0}", r => Date(r, "yyMMdd") is var d ? Luhn(d + Digits(r, 3)).Insert(6, "-") : "", 1),
            ["no_fodselsnummer"] = ("Fnr: {0}", r => Solve(() => Date(r, "ddMMyy") + Digits(r, 3), n => Sum(n, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0, n => n, n => Sum(n, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0), 1),
            ["fi_hetu"] = ("{0}", r => Date(r, "ddMMyy") is var d && r.Next(2, 899) is var n ? $"{d}-{n:000}{"0123456789ABCDEFHJKLMNPRSTUVWXY"[(int)(long.Parse($"{d}{n:000}") % 31)]}" : "", 1),
            ["is_kennitala"] = ("Kennitala: {0}", r => Solve(() => Date(r, "ddMMyy") + Digits(r, 2), n => Sum(n, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0) + "9", 2),
            ["br_cpf"] = ("{0}", r => Cpf(r) is var n ? $"{n[..3]}.{n[3..6]}.{n[6..9]}-{n[9..]}" : "", 1),
            ["br_cpf_digits"] = ("CPF: {0}", Cpf, 1),
            ["ar_cuit"] = ("{0}", r => Solve(() => "20" + Digits(r, 8), n => Sum(n, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0) is var n ? $"{n[..2]}-{n[2..10]}-{n[10..]}" : "", 1),
            ["ca_sin"] = ("SIN: {0}", r => Luhn("1" + Digits(r, 7)), 1),
            ["us_npi"] = ("NPI: {0}", r => Luhn("808401" + Digits(r, 8))[5..], 1),
            ["us_routing_number"] = ("Routing number: {0}", r => Solve(() => "12" + Digits(r, 6), n => Sum(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0), 1),
            ["au_tfn"] = ("TFN: {0}", r => Solve(() => "1" + Digits(r, 7), n => Sum(n, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0), 1),
            ["au_medicare"] = ("Medicare: {0}", r => "2" + Digits(r, 7) is var n ? n + (Sum(n, 1, 3, 7, 9, 1, 3, 7, 9) % 10) + "1" : "", 2),
            ["za_id"] = ("ID number: {0}", r => Luhn(Date(r, "yyMMdd") + Digits(r, 4) + "08"), 1),
            ["cn_resident_id"] = ("{0}", r => "110105" + Date(r, "yyyyMMdd") + Digits(r, 3) is var n ? n + "10X98765432"[Sum(n, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2) % 11] : "", 1),
            ["tw_id"] = ("{0}", r => "A1" + Digits(r, 7) is var n ? n + ((10 - ((1 + Sum(n[1..], 8, 7, 6, 5, 4, 3, 2, 1)) % 10)) % 10) : "", 1),
            ["kr_rrn"] = ("{0}", r => Date(r, "yyMMdd") + "1" + Digits(r, 5) is var n ? $"{n[..6]}-{n[6..]}{(11 - (Sum(n, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11)) % 10}" : "", 1),
            ["jp_my_number"] = ("My number: {0}", r => Digits(r, 11) is var n ? n + (Sum(n, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11 is <= 1 ? 0 : 11 - (Sum(n, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11)) : "", 1),
            ["in_aadhaar"] = ("Aadhaar: {0}", r => Verhoeff("2" + Digits(r, 10)), 1),
            ["th_citizen_id"] = ("{0}", r => "1" + Digits(r, 11) is var n ? $"{n[..1]}-{n[1..5]}-{n[5..10]}-{n[10..]}-{(11 - (Sum(n, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11)) % 10}" : "", 1),
            ["il_teudat_zehut"] = ("Teudat zehut {0}", r => Luhn("3" + Digits(r, 7)), 1),
            ["imei"] = ("IMEI: {0}", r => Luhn("35" + Digits(r, 12)), 1),
            ["credit_card"] = ("{0}", r => Luhn("4539" + Digits(r, 11)), 1),
            ["iban"] = ("{0}", r => Digits(r, 18) is var n ? $"DE{98 - (int)(BigInteger.Parse(n + "131400") % 97):00}{n}" : "", 1),
        };

    private static string Digits(Random random, int count) => Pick(random, "0123456789", count);

    private static string Pick(Random random, string letters, int count) => new(random.GetItems<char>(letters, count));

    private static int Digit(string number, int place) => number[place] - '0';

    private static int Sum(string number, params int[] weights) => weights.Select((weight, i) => weight * Digit(number, i)).Sum();

    private static string Date(Random random, string format) => new DateTime(1940, 1, 1).AddDays(random.Next(21_000)).ToString(format, CultureInfo.InvariantCulture);

    // Adds the digit for which the equation holds; where there is none, another number is drawn.
    private static string Solve(Func<string> draw, Func<string, bool> holds) => Solve(draw, holds, static number => number, second: null);

    private static string Solve(Func<string> draw, Func<string, bool> holds, Func<string, string> then, Func<string, bool>? second)
    {
        while (true)
        {
            var body = draw();
            foreach (var first in Enumerable.Range(0, 10).Select(digit => body + digit).Where(holds))
            {
                var whole = then(first);
                var checkedTwice = second is null ? whole
                    : whole.Length > first.Length ? (second(whole) ? whole : null)
                    : Enumerable.Range(0, 10).Select(digit => whole + digit).FirstOrDefault(second);
                if (checkedTwice is not null)
                {
                    return checkedTwice;
                }
            }
        }
    }

    // The doubled digits are added digit by digit.
    private static string Luhn(string body) => body + Enumerable.Range(0, 10).Single(check =>
        (body + check).Reverse().Select((digit, i) => i % 2 == 0 ? digit - '0' : ((digit - '0') * 2 / 10) + ((digit - '0') * 2 % 10)).Sum() % 10 == 0);

    private static string Hybrid(string body) => body + Enumerable.Range(0, 10).Single(check =>
        (body.Aggregate(10, (product, digit) => ((product + digit - '0') % 10 is var s && s == 0 ? 10 : s) * 2 % 11) + check) % 10 == 1);

    private static string TaxId(Random random)
    {
        // One digit stands there twice, another one not at all.
        var digits = "0123456789".ToCharArray();
        do
        {
            random.Shuffle(digits);
        }
        while (digits[0] == '0');
        digits[9] = digits[random.Next(9)];
        return Hybrid(new string(digits));
    }

    private static int Icao(string text) =>
        text.Select((letter, i) => (char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A' + 10) * new[] { 7, 3, 1 }[i % 3]).Sum() % 10;

    private static string ItalianCode(Random random)
    {
        var odd = new[] { 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23 };
        var body = Pick(random, "BCDFGLMNPRSTVZ", 6) + Digits(random, 2) + Pick(random, "ABCDEHLMPRST", 1) + random.Next(1, 31).ToString("00") + Pick(random, "ABCDEFGHIL", 1) + Digits(random, 3);
        return body + (char)('A' + (body.Select((letter, i) => (char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A') is var value && i % 2 == 0 ? odd[value] : value).Sum() % 26));
    }

    private static string RussianTax(Random random)
    {
        var ten = "77" + Digits(random, 8);
        var eleven = ten + (Sum(ten, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10);
        return eleven + (Sum(eleven, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10);
    }

    private static string Turkish(Random random)
    {
        var nine = "1" + Digits(random, 8);
        var odd = nine.Where((_, i) => i % 2 == 0).Sum(static digit => digit - '0');
        var even = nine.Where((_, i) => i % 2 == 1).Sum(static digit => digit - '0');
        var ten = nine + ((((odd * 7) - even) % 10 + 10) % 10);
        return ten + (ten.Sum(static digit => digit - '0') % 10);
    }

    private static string Cpf(Random random)
    {
        var nine = Digits(random, 9);
        var ten = nine + (Sum(nine, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 % 10);
        return ten + (Sum(ten, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 % 10);
    }

    // The dihedral group as it is defined, instead of its table.
    private static string Verhoeff(string body) => body + Enumerable.Range(0, 10).Single(check =>
        (body + check).Reverse().Select((digit, i) => Permuted(digit - '0', i % 8)).Aggregate(0, Product) == 0);

    private static int Product(int a, int b) => a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;

    private static int Permuted(int digit, int times)
    {
        for (var i = 0; i < times; i++)
        {
            digit = new[] { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 }[digit];
        }

        return digit;
    }
}
