using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in the United Kingdom and Ireland.</summary>
internal static class BritishAndIrishNumbers
{
    private const string InsuranceSource = "https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110";
    private const string NoFirstPrefix = "DFIQUV";
    private const string NoSecondPrefix = "DFIOQUV";
    private const string IrishLetters = "WABCDEFGHIJKLMNOPQRSTUV";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.NamedInAnyScript(
            "uk_nino", "UK national insurance number", Severity.High, InsuranceSource,
            @"(?i:(?:\b|_)ni(?:no|[ _-]?n(?:umber|o))|national[ _-]?insurance(?:[ _-]?n(?:umber|o))?)(?: is)?", @"[A-Z]{2}(?: ?\d{2}){3} ?[A-D]",
            ["NINO: AB123456A", "\"nationalInsurance\": \"SR648112D\"", "My NI number is JK123456C.", "ni_number = 'JK 12 34 56 C'", "National Insurance No. AB123456A"],
            ["QQ123456C", "NINO: AB123456E", "NINO: GB123456A", "nino ab123456a", "NINO: AB1234567A", "NINO: XAB123456A", "MC146818A-compatible clock", "unino MC146818A", "AB123456A"],
            "?nino=SR648112D&page=1"),
        NumberRule.Printed(
            "uk_nino_printed", "UK national insurance number in its printed form", Severity.High, InsuranceSource,
            @"[A-Z]{2} \d{2} \d{2} \d{2} [A-D]\b",
            ["JK 12 34 56 C", "AB 12 34 56 A,", "my number (SR 64 81 12 D)"],
            ["QQ 12 34 56 C", "AB 12 34 56 E", "GB 12 34 56 A", "ab 12 34 56 a", "AB 12 34 567 A", "XAB 12 34 56 A", "JK123456C"],
            "<td>SR 64 81 12 D</td>"),
        NumberRule.Named(
            "uk_nhs_number", "NHS number", Severity.High, "https://www.datadictionary.nhs.uk/attributes/nhs_number.html",
            ["nhs", "national health service"], @"\d{3}[ -]?\d{3}[ -]?\d{4}",
            ["NHS number: 457 830 8626", "nhs_number = \"7149709400\"", "The patient's NHS no. is 494-929-1343.", "{\"nhsNumber\":\"7535549500\"}"],
            ["NHS number: 457 830 8627", "4578308626", "NHS number: 45783086261", "NHS trust 1700000000"],
            "<td>NHS number</td><td>457 830 8626</td>"),
        NumberRule.Named(
            "uk_utr", "UK unique taxpayer reference", Severity.High, "https://www.gov.uk/find-utr-number",
            ["utr", "unique *taxpayer reference"], @"\d{5} ?\d{5}",
            ["UTR: 15976 71723", "utr=6673970934", "my unique taxpayer reference is 1711186829"],
            ["UTR: 15976 71725", "1597671723", "utr=15976717231"],
            "{\\\"utr\\\":\\\"1597379400\\\"}"),
        NumberRule.Printed(
            "uk_driving_licence", "Driving licence of Great Britain", Severity.High, "https://www.gov.uk/view-driving-licence",
            @"[A-Z]{1,5}9{0,4}\d[0156]\d[0-3]\d{2}[A-Z][A-Z9]\d[A-Z]{2}\b",
            ["MORGA657054SM9IJ", "licence: BKGM9704271MB6FH", "\"licence\":\"MJFE9610021DB1FB\""],
            ["MORGA667054SM9IJ", "MORGA657354SM9IJ", "morga657054sm9ij", "XMORGA657054SM9IJ", "MORGA657054SM9I"],
            "?licence=BKGM9704271MB6FH&x=1"),
        NumberRule.Named(
            "ie_pps", "Irish personal public service number", Severity.High, "https://www.gov.ie/en/department-of-social-protection/services/get-a-personal-public-service-pps-number/",
            ["pps", "ppsn", "personal public service"], "[0-9]{7}[A-Wa-w][ABWTXZabwtxz]?",
            ["PPSN: 7392847AA", "pps_number=9083413QB", "Your PPS No. is 8564553GB."],
            ["PPSN: 7392847BA", "7392847AA", "PPSN: 73928470A"],
            "<b>PPSN</b>: 1096215PB"),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("uk_nino", "AA999999A", IsInsuranceNumber),
        new NumberValidator("uk_nino_printed", "AA999999A", IsInsuranceNumber),
        new NumberValidator("uk_nhs_number", "9999999999", IsHealthNumber, static number => number.StartsWith("999")),
        new NumberValidator("uk_utr", "9999999999", static number => "21987654321"[CheckDigits.Sum(number[1..], [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] == number[0]),
        new NumberValidator("uk_driving_licence", "XXXXX999999AX9AA", IsDrivingLicence),
        new NumberValidator("ie_pps", "9999999A|9999999AA", IsPublicService),
    ];

    // NIM39110: letters and pairs of letters that are never a prefix.
    private static bool IsInsuranceNumber(ReadOnlySpan<char> number) =>
        !NoFirstPrefix.Contains(number[0]) && !NoSecondPrefix.Contains(number[1]) && number[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ");

    private static bool IsHealthNumber(ReadOnlySpan<char> number) =>
        !CheckDigits.IsOneDigit(number) && (11 - (CheckDigits.Sum(number, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == number[9] - '0';

    // Five of the surname, decade, month (plus 50 for women), day, year, initials.
    private static bool IsDrivingLicence(ReadOnlySpan<char> number)
    {
        var month = CivilDate.Two(number[6..]) % 50;
        return number[0] != '9' && CivilDate.ExistsShort(((number[5] - '0') * 10) + number[10] - '0', month, CivilDate.Two(number[8..]));
    }

    private static bool IsPublicService(ReadOnlySpan<char> number)
    {
        var second = number.Length == 9 && number[8] != 'W' ? number[8] - 'A' + 1 : 0;
        return IrishLetters[(CheckDigits.Sum(number, [8, 7, 6, 5, 4, 3, 2]) + (9 * second)) % 23] == number[7];
    }
}
