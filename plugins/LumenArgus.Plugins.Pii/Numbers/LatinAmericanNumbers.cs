using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people and companies in Brazil, Argentina, Chile, Mexico and Colombia.</summary>
internal static class LatinAmericanNumbers
{
    private const string CurpDigits = "0123456789ABCDEFGHIJKLMN\u00D1OPQRSTUVWXYZ";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Printed(
            "br_cpf", "Brazilian CPF number, as printed", Severity.High, "https://www.gov.br/receitafederal/pt-br/assuntos/meu-cpf",
            @"\d{3}\.\d{3}\.\d{3}-\d{2}\b",
            ["038.335.882-50", "CPF nº 374.608.844-56.", "\"cpf\": \"810.317.024-07\""],
            ["038.335.882-51", "1038.335.882-50", "111.111.111-11", "038.335.882.50"],
            "?cpf=352.219.216-85&x=1"),
        NumberRule.Named(
            "br_cpf_digits", "Brazilian CPF number behind its name", Severity.High, "https://www.gov.br/receitafederal/pt-br/assuntos/cadastros/cpf",
            ["cpf"], @"\d{11}",
            ["CPF: 03833588250", "cpf = \"37460884456\"", "{\"cpf\":\"81031702407\"}"],
            ["CPF: 03833588251", "03833588250", "cpf=11111111111", "cpf=038335882501"],
            "<td>CPF</td><td>35221921685</td>"),
        NumberRule.Printed(
            "br_cnpj", "Brazilian company number (CNPJ), as printed", Severity.Warning, "https://www.gov.br/receitafederal/pt-br/assuntos/cadastros/cnpj",
            @"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}\b",
            ["12.502.548/0001-19", "CNPJ 69.137.241/0001-83", "\"cnpj\": \"24.373.136/0001-05\""],
            ["12.502.548/0001-18", "12.502.548/0001-191", "112.502.548/0001-19", "00.000.000/0000-00"],
            "?cnpj=72.577.644/0001-58&x=1"),
        NumberRule.Printed(
            "ar_cuit", "Argentine tax number (CUIT, CUIL)", Severity.High, "https://www.afip.gob.ar/",
            @"(?:2[03467]|3[034])-\d{8}-\d\b",
            ["23-64496253-9", "CUIL: 20-55432790-8", "\"cuit\": \"27-97628315-0\""],
            ["23-64496253-8", "21-64496253-9", "123-64496253-9", "23-64496253-91"],
            "?cuit=23-88369420-1&x=1"),
        NumberRule.Printed(
            "cl_rut", "Chilean RUT", Severity.High, "https://www.registrocivil.cl/",
            @"\d{1,2}\.\d{3}\.\d{3}-[0-9Kk]\b",
            ["14.056.109-6", "RUT: 23.388.118-K", "\"rut\": \"29.348.347-7\""],
            ["14.056.109-7", "114.056.109-6", "14.056.109-66", "11.111.111-1"],
            "?rut=11.413.280-2&x=1"),
        NumberRule.Printed(
            "mx_curp", "Mexican CURP", Severity.High, "https://www.gob.mx/curp/",
            @"[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d\b",
            ["GUMB890413HDFCRL30", "CURP: CURL670121HJCPNR52", "\"curp\": \"CIDR490213HDFLPR24\""],
            ["GUMB890413HDFCRL31", "GUMB891313HDFCRL30", "gumb890413hdfcrl30", "XGUMB890413HDFCRL30"],
            "?curp=CABR900118HJCFFM49&x=1"),
        NumberRule.Named(
            "co_nit", "Colombian tax number (NIT)", Severity.Warning, "https://www.dian.gov.co/",
            ["nit", "número de identificación tributaria"], @"\d{3}\.?\d{3}\.?\d{3}-\d",
            ["NIT: 857296769-4", "NIT 853.800.088-5", "{\"nit\":\"900289665-3\"}"],
            ["NIT: 857296769-5", "857296769-4", "unit: 857296769-4"],
            "<td>NIT:</td><td>809414728-5</td>") with { Keywords = ["nit:", "nit ", "nit=", "nit\"", "tributaria"] },
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("br_cpf", "99999999999", IsBrazilianPerson),
        new NumberValidator("br_cpf_digits", "99999999999", IsBrazilianPerson),
        new NumberValidator("br_cnpj", "99999999999999", IsBrazilianCompany),
        new NumberValidator("ar_cuit", "99999999999", IsArgentine),
        new NumberValidator("cl_rut", "99999999|999999999|9999999K|99999999K", IsChilean),
        new NumberValidator("mx_curp", "AAAA999999AAAAAAX9", IsMexican),
        new NumberValidator("co_nit", "9999999999", IsColombian),
    ];

    // A remainder below two gives 0, else its complement.
    private static bool IsBrazilianPerson(ReadOnlySpan<char> number) =>
        !CheckDigits.IsOneDigit(number)
        && Complement(CheckDigits.Sum(number, [10, 9, 8, 7, 6, 5, 4, 3, 2])) == number[9] - '0'
        && Complement(CheckDigits.Sum(number, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])) == number[10] - '0';

    private static bool IsBrazilianCompany(ReadOnlySpan<char> number) =>
        !CheckDigits.IsOneDigit(number)
        && Complement(CheckDigits.Sum(number, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == number[12] - '0'
        && Complement(CheckDigits.Sum(number, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])) == number[13] - '0';

    private static int Complement(int sum) => sum % 11 < 2 ? 0 : 11 - (sum % 11);

    private static bool IsArgentine(ReadOnlySpan<char> number) => CheckDigits.Sum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;

    // Weights 2 to 7 from the right, again and again.
    private static bool IsChilean(ReadOnlySpan<char> number)
    {
        var digits = number[..^1];
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[^(i + 1)] - '0') * (2 + (i % 6));
        }

        var check = 11 - (sum % 11);
        return !CheckDigits.IsOneDigit(digits) && number[^1] == check switch { 11 => '0', 10 => 'K', _ => (char)('0' + check) };
    }

    private static bool IsMexican(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += CurpDigits.IndexOf(number[i]) * (18 - i);
        }

        return CivilDate.ExistsShort(number[4..]) && (10 - (sum % 10)) % 10 == number[17] - '0';
    }

    private static bool IsColombian(ReadOnlySpan<char> number)
    {
        var rest = CheckDigits.Sum(number, [41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
        return (rest < 2 ? rest : 11 - rest) == number[9] - '0';
    }
}
