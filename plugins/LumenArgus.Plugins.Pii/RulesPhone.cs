using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Pii.Numbers;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// Telephone numbers. With a plus the country code tells; in the national form only a few countries group the digits in a way that nothing else has, the others
/// need a word for telephone in front.
/// </summary>
internal static class RulesPhone
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "phone_us",
            Detector = Rules.Detector,
            Title = "Telephone number of the North American plan",
            Severity = Severity.Warning,
            Description = "Telephone number of the North American plan, grouped or with +1.",
            Source = "https://www.nanpa.com/numbering",
            Pattern = @"(?:\+1[-. ]?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}|(?:\b1[-. ])?\(\d{3}\) ?\d{3}[-. ]\d{4}|\b(?:\d{1,12}[-.])?\d{3}(?:-\d{3}-|\.\d{3}\.)\d{4})\b(?:[-.]\d{1,12})?",
            Validator = UsPhoneValidator.RuleName,
            WindowBytes = 64,
            Tags = ["contact"],
            Positives = ["call 415-555-2671", "(415) 555-2671", "415.555.2671", "+1 415 555 2671", "+14155552671", "1-415-555-2671", "+1 (415) 555-2671"],
            Negatives = ["4155552671", "115-555-2671", "415-155-2671", "1.415.555.2671.3", "415-555-26719", "2024-415-555-2671", "555-2671", "+44 415 555 2671"],
            Evasions = ["<a href=\"tel:+1-415-555-2671\">", "\\n(415) 555-2671\\n"],
        },
        new()
        {
            Name = "phone_intl",
            Detector = Rules.Detector,
            Title = "Telephone number with a country code",
            Severity = Severity.Info,
            Description = "Telephone number with the code of a country outside the North American plan.",
            Source = "https://www.itu.int/rec/T-REC-E.164",
            Pattern = @"[\w)\]]?\+[2-9]\d{0,18}(?:(?:[ .-]|\(0\)|[ .-]\(0\)) ?\d{1,14}){0,6}",
            Validator = InternationalPhoneValidator.RuleName,
            WindowBytes = 128,
            Tags = ["contact"],
            Positives = ["+44 20 7946 0958", "+442079460958", "Tel. +49 (0)30 901820", "+33 1 23 45 67 89", "+44(0)20 7946 0958", "+358-40-1234567", "+91 98765 43210", "+55 11 91234-5678"],
            Negatives =
            [
                "+1 415 555 2671", "x+442079460958", "+2147483648", "+2024-05-06", "+86400", "+4294967296", "+42", "+02:00", "+33 1 23 45", "+7 495 123", "+999 12 345 678", "+34 1234567",
            ],
            Evasions = ["tel:+442079460958;ext=1", "<td>+44 20 7946 0958</td>"],
        },
        NumberRule.Named(
            NationalPhoneValidator.Named, "Telephone number in national form behind a word for it", Severity.Info, "https://www.itu.int/oth/T0202.aspx?parent=T0202",
            ["tel", "telefon", "telefono", "teléfono", "telephone", "téléphone", "telefoon", "phone", "mobile", "mobil", "cell", "cellphone", "fax", "handy", "celular", "whatsapp", "*contact number"],
            @"\d{2,5}\)?(?:[ ./-]{1,3}\d{2,8}){1,5}|\d{9,12}",
            [
                "Tel.: 030 901820", "phone: 07700 900123", "Telefon 089 / 1234 5678", "téléphone : 01 23 45 67 89", "mobile = '0412 345 678'", "Handy: 0171 2345678", "phone me at 020 7946 0958",
                "{\"phoneNumber\":\"09876543210\"}", "fax (06) 1234 5678", "Celular: 11 91234-5678", "mobile: 13812345678", "Phone 9876543210",
            ],
            [
                "phone: 12 34", "tel: 2024-05-06", "030 901820", "phone 0000000000", "telemetry 030 901820", "fax: 111111111", "phone: 1.2.3", "phone connected 2024-01-15 10:22", "mobile 1700000000000",
                "cell 10 20 30 40",
            ],
            "<b>Tel</b>: 030 901820") with { Tags = ["contact"] },
        new()
        {
            Name = "phone_national_printed",
            Detector = Rules.Detector,
            Title = "Telephone number in the national form of Brazil, Japan, Korea, Russia or the United Kingdom",
            Severity = Severity.Info,
            Description = "Telephone number without a country code, grouped as only telephone numbers are.",
            Source = "https://www.itu.int/oth/T0202.aspx?parent=T0202",
            Pattern = @"\b0(?:10-\d{4}-\d{4}|[5789]0-\d{4}-\d{4}|7\d{3} \d{6}|20 [378]\d{3} \d{4})\b|\b8 \(\d{3}\) \d{3}-\d{2}-\d{2}\b|\([1-9]\d\) ?9\d{4}-\d{4}\b",
            Validator = NationalPhoneValidator.Printed,
            WindowBytes = 32,
            Tags = ["contact"],
            Positives = ["010-1234-5678", "090-1234-5678", "07700 900123", "020 7946 0958", "8 (495) 123-45-67", "(11) 91234-5678"],
            Negatives = ["010-123-4567", "030-1234-5678", "2010-1234-5678", "17700 900123", "020 1946 0958", "8 (495) 123-45-678", "(01) 91234-5678", "010-0000-0000"],
            Evasions = ["<td>090-1234-5678</td>"],
        },
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new UsPhoneValidator(), new InternationalPhoneValidator(), new NationalPhoneValidator(NationalPhoneValidator.Named), new NationalPhoneValidator(NationalPhoneValidator.Printed),
    ];
}
