using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Pii.Numbers;

namespace LumenArgus.Plugins.Pii;

/// <summary>What stands for a person in many countries: documents, the date of birth, the numbers of a car and of a telephone.</summary>
internal static class RulesIdentity
{
    // Day, month and year in any order, or with the month in letters.
    private const string Date =
        @"(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]{1,2}(?:\d{1,2}[-/. ]{1,2}|[A-Za-z]{3,9}[ ,.-]{1,2})(?:19|20)\d{2}|[A-Z][a-z]{2,8} \d{1,2},? (?:19|20)\d{2}";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "ssn",
            Detector = Rules.Detector,
            Title = "US social security number",
            Severity = Severity.Critical,
            Description = "US social security number.",
            Source = "https://www.ssa.gov/employer/randomization.html",
            Pattern = NumberRule.Start + @"(\d{3}-\d{2}-\d{4})\b",
            SecretGroup = 1,
            Validator = SsnRangeValidator.RuleName,
            WindowBytes = 16,
            Tags = ["identity", "us"],
            Positives = ["123-45-6789", "SSN: 536-90-4399.", "\"ssn\":\"899-99-9999\""],
            Negatives = ["000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "1123-45-6789", "123-45-67890", "123456789"],
            Evasions = ["?ssn=536-90-4399&x=1", "\\n536-90-4399\\n"],

            // Printed on a specimen card of 1938, and in a pamphlet of the administration.
            Examples = ["078-05-1120", "219-09-9999"],
        },
        new()
        {
            Name = "passport_us",
            Detector = Rules.Detector,
            Title = "US passport number",
            Severity = Severity.Info,
            Description = "US passport number of the current series.",
            Source = "https://travel.state.gov/content/travel/en/passports/passport-help/next-generation-passport.html",
            Pattern = @"\b[A-Z]\d{8}\b",
            WindowBytes = 16,
            Tags = ["identity", "us"],
            Positives = ["A12345678", "Passport no. C03005988,", "\"passport\":\"Z99999999\""],
            Negatives = ["a12345678", "A1234567", "A123456789", "AB12345678", "12345678"],
            Evasions = ["?passport=C03005988&x=1"],
        },
        NumberRule.Named(
            PassportValidator.RuleName, "Passport number behind its name", Severity.High, "https://www.icao.int/publications/documents/9303_p4_cons_en.pdf",
            ["passport", "reisepass", "passnummer", "passeport", "pasaporte", "passaporto", "passaporte", "paspoort", "paszport"],
            "[A-Z]{1,3}[0-9]{5,8}[A-Z]?|[0-9]{2}[A-Z]{2}[0-9]{5}|[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{8}[0-9]?|[0-9]{9}|[0-9]{7}[A-Z]{2}",
            ["Passport number: 533401372", "Reisepass: C01X00T47", "passeport n° 09AF12345", "{\"passportNumber\":\"AB1234567\"}", "pasaporte: AAA123456", "Paspoort NXK123456"],
            ["Passport: yes", "533401372", "passport.js 0.6.0", "passport: C03005988", "passport 111111111", "passport_id: 42"],
            "?passport=533401372&x=1",
            hasCheck: false),
        NumberRule.Named(
            BirthDateValidator.RuleName, "Date of birth behind words for it", Severity.Warning, "https://www.iso.org/iso-8601-date-and-time-format.html",
            ["*birth date", "*birthdate", "date of *birth", "*birthday", "dob", "born", "geboren", "geb", "geburtsdatum", "date de naissance", "fecha de nacimiento", "data di nascita", "data de nascimento"],
            Date,
            [
                "Date of birth: 1984-03-12", "dob=12/03/1984", "born on March 12, 1984", "Geburtsdatum: 12.03.1984", "{\"dateOfBirth\":\"1984-03-12\"}", "geb. 12.03.1984", "birthDate: '1984/03/12'",
                "Fecha de nacimiento: 12-03-1984", "data di nascita 12 marzo 1984",
            ],
            ["Date of birth: 1984-13-12", "date: 1984-03-12", "born in 1984", "dob=1784-03-12", "birthday party 2024", "rebirth v1.2.3", "Date of birth: YYYY-MM-DD"],
            "<b>Date of birth:</b> 1984-03-12"),
        NumberRule.Named(
            "vehicle_vin", "Vehicle identification number", Severity.Warning, "https://www.ecfr.gov/current/title-49/subtitle-B/chapter-V/part-565",
            ["vin", "*vehicle identification", "fahrgestellnummer", "*chassis number", "*chassis no"], "[A-HJ-NPR-Z0-9]{17}",
            ["VIN: WBATK9YP283811383", "vin=2FTVX2HBXAN376493", "Vehicle identification number 1HGT4NZB9TH872641"],
            ["VIN: WBATK9YP383811383", "WBATK9YP283811383", "VIN: 11111111111111111", "ruin=WBATK9YP283811383", "vin: IBATK9YP283811383"],
            "?vin=WBAGL6TJ5XF323283&x=1") with { Tags = ["vehicle"] },
        NumberRule.Named(
            "imei", "Identity of a mobile telephone (IMEI)", Severity.Warning, "https://www.gsma.com/solutions-and-impact/industry-services/device-services/imei-services",
            ["imei", "*mobile equipment identity"], @"\d{2}-?\d{6}-?\d{6}-?\d",
            ["IMEI: 861705018156168", "imei=35-756640-525376-5", "{\"imei\":\"018605437897834\"}"],
            ["IMEI: 861705018156169", "861705018156168", "imei=000000000000000", "timeit=861705018156168"],
            "<td>IMEI</td><td>011858373919107</td>") with { Tags = ["device"] },
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new SsnRangeValidator(),
        new PassportValidator(),
        new BirthDateValidator(),
        new NumberValidator("vehicle_vin", "XXXXXXXXXXXXXXXXX", IsVehicle),
        new NumberValidator("imei", "999999999999999", static number => CheckDigits.IsLuhn(number) && !CheckDigits.IsOneDigit(number)),
    ];

    // 49 CFR 565.15: values of letters, weights of places; the ninth place holds the check, X for ten.
    private static bool IsVehicle(ReadOnlySpan<char> number)
    {
        const string LetterValues = "12345678-12345-7-923456789";
        ReadOnlySpan<int> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var value = char.IsAsciiDigit(number[i]) ? number[i] : LetterValues[number[i] - 'A'];
            if (value == '-')
            {
                return false;
            }

            sum += (value - '0') * weights[i];
        }

        return number[8] == (sum % 11 == 10 ? 'X' : (char)('0' + (sum % 11))) && !CheckDigits.IsOneDigit(number);
    }
}
