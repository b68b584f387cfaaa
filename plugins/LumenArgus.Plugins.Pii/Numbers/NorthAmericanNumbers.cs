using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in the United States and Canada.</summary>
internal static class NorthAmericanNumbers
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Named(
            "ssn_digits", "US social security number without separators, behind its name", Severity.Critical, "https://www.ssa.gov/employer/stateweb.htm",
            ["ssn", "*social security", "*social security number", "*social security no"], @"\d{3} ?\d{2} ?\d{4}",
            ["SSN: 536904399", "social_security_number = '212098765'", "{\"ssn\":\"401 22 7719\"}"],
            ["SSN: 000904399", "536904399", "SSN: 666904399", "ssn=5369043991", "SSN: 111111111"],
            "?ssn=536904399&x=1",
            hasCheck: false),
        NumberRule.Printed(
            "us_itin", "US individual taxpayer identification number", Severity.Critical, "https://www.irs.gov/individuals/individual-taxpayer-identification-number",
            @"9\d{2}-[5-9]\d-\d{4}\b",
            ["907-91-5420", "ITIN: 903-71-2834.", "\"itin\": \"954-88-8499\""],
            ["907-93-5420", "907-89-5420", "1907-91-5420", "907-91-54201", "907915420"],
            "?itin=916-91-2135&x=1"),
        NumberRule.Named(
            "us_ein", "US employer identification number", Severity.Info, "https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes",
            ["ein", "fein", "employer identification", "*federal tax id"], @"\d{2}-\d{7}",
            ["EIN: 12-3456789", "fein=94-2404110", "Employer identification number 20-1234567"],
            ["EIN: 07-3456789", "12-3456789", "EIN: 123456789", "vein: 12-3456789"],
            "?ein=36-4412345&x=1",
            hasCheck: false),
        NumberRule.Printed(
            "us_medicare_mbi", "US Medicare beneficiary identifier", Severity.High, "https://www.cms.gov/medicare/new-medicare-card",
            @"[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}\b",
            ["2YN7-TN0-GX65", "Medicare: 1U35W64XH62", "\"mbi\": \"1J83-H36-CK87\"", "1EG4-TE5-MK73"],
            ["2SN7-TN0-GX65", "0YN7-TN0-GX65", "2YN7-TN0-GX6", "2yn7-tn0-gx65", "12YN7-TN0-GX65"],
            "?mbi=1KY5-TD0-RD49&x=1") with { Examples = ["1EG4-TE5-MK73", "1EG4-TE5-MK72", "1EG4TE5MK73", "1EG4TE5MK72"] },
        NumberRule.Named(
            "us_npi", "US national provider identifier", Severity.Info, "https://www.cms.gov/regulations-and-guidance/administrative-simplification/nationalprovidentstand",
            ["npi", "national provider"], @"[12]\d{9}",
            ["NPI: 2607752385", "npi=1962585331", "National provider identifier 1404026852"],
            ["NPI: 2607752386", "2607752385", "npi=3607752385", "npi=26077523851"],
            "{\\\"npi\\\":\\\"1358164980\\\"}"),
        NumberRule.Named(
            "us_dea", "US DEA registration number", Severity.High, "https://www.deadiversion.usdoj.gov/",
            ["dea"], "[ABCDEFGHJKLMPRSTUX][A-Z9][0-9]{7}",
            ["DEA: AL6514764", "dea_number=FB0320197", "{\"dea\":\"MA6677833\"}"],
            ["DEA: AL6514765", "AL6514764", "idea: AL6514764"],
            "<b>DEA</b> BK3066859"),
        NumberRule.Named(
            "us_driver_license", "US driver's license number", Severity.High, "https://www.aamva.org/identity/anti-fraud/dl-id-card-design-standard",
            ["*driver license", "*drivers license", "*driver's license", "*driver licence", "*drivers licence", "*driving license"],
            "[A-Z][0-9]{3,14}(?:-[0-9]{1,6}){0,4}|[0-9]{7,9}",
            ["Driver's license: A1234567", "drivers_license = \"S514-778-61-605-0\"", "driving license no. 90213847", "driverLicense: D12345678901"],
            ["Driver's license: 2024", "A1234567", "Driver license: MIT", "driver license: 1234567890123", "driver license version 2"],
            "?driver_license=D12345678901&x=1",
            hasCheck: false),
        NumberRule.Named(
            "ca_sin", "Canadian social insurance number", Severity.Critical, "https://www.canada.ca/en/employment-social-development/services/sin.html",
            ["social insurance", "assurance sociale", "sin"], @"[1-79]\d{2}[ -]?\d{3}[ -]?\d{3}",
            ["Social insurance number: 646 791 681", "sin_number=220137657", "numéro d'assurance sociale : 281-149-989"],
            ["Social insurance number: 646 791 682", "646791681", "sin_number=846791681", "sin no: 6467916811", "Math.sin(646791682)"],
            "{\\\"socialInsuranceNumber\\\":\\\"738090554\\\"}") with
        {
            // The sine is in every mathematical text.
            Keywords = ["insurance", "sociale", "sin"],
        },
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("ssn_digits", "999999999", IsSocialSecurity),
        new NumberValidator("us_itin", "999999999", IsTaxpayer),
        new NumberValidator("us_ein", "999999999", IsEmployer),
        new NumberValidator("us_medicare_mbi", "9AX9AX9AA99", static _ => true),
        new NumberValidator("us_npi", "9999999999", IsProvider),
        new NumberValidator("us_dea", "AX9999999", IsRegistrant),
        new NumberValidator("us_driver_license", DriverLicences, static number => !CheckDigits.IsOneDigit(number[1..])),
        new NumberValidator("ca_sin", "999999999", CheckDigits.IsLuhn),
    ];

    // The forms that most states share: seven to nine digits, and a letter with 7, 8, 9, 11, 12, 13 or 14 digits.
    private const string DriverLicences =
        "9999999|99999999|999999999|A9999999|A99999999|A999999999|A99999999999|A999999999999|A9999999999999|A99999999999999";

    private static bool IsSocialSecurity(ReadOnlySpan<char> number) =>
        number[0] != '9' && number[..3] is not ("000" or "666") && number[3..5] is not "00" && number[5..] is not "0000" && !CheckDigits.IsOneDigit(number);

    // IRS: the middle group is 50 to 65, 70 to 88, 90 to 92 or 94 to 99.
    private static bool IsTaxpayer(ReadOnlySpan<char> number) =>
        number[0] == '9' && CivilDate.Two(number[3..]) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or >= 94;

    // Prefixes that no campus of the IRS gives out.
    private static bool IsEmployer(ReadOnlySpan<char> number) =>
        CivilDate.Two(number) is not (0 or 7 or 8 or 9 or 17 or 18 or 19 or 28 or 29 or 49 or 69 or 70 or 78 or 79 or 89 or 96 or 97);

    // Luhn of the number behind the prefix 80840, whose share of the sum is 24.
    private static bool IsProvider(ReadOnlySpan<char> number)
    {
        Span<char> whole = stackalloc char[15];
        "80840".CopyTo(whole);
        number.CopyTo(whole[5..]);
        return CheckDigits.IsLuhn(whole);
    }

    private static bool IsRegistrant(ReadOnlySpan<char> number) =>
        CheckDigits.Sum(number[2..], [1, 2, 1, 2, 1, 2]) % 10 == number[8] - '0';
}
