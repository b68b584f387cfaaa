using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Pii;

/// <summary>How a person or a machine is reached.</summary>
internal static class RulesContact
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "email",
            Detector = Rules.Detector,
            Severity = Severity.Warning,
            Description = "Mail address.",
            Source = "https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1",
            Pattern = @"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}\.[A-Za-z]{2,24}\b",
            Validator = EmailValidator.RuleName,
            WindowBytes = 384,
            Tags = ["contact"],
            Positives = ["jane.doe@contoso.com", "Mail <j+tag@mail.example.co.uk>, please", "\"user\": \"a_b@sub-domain.contoso.org\"", "jane@notexample.com", "noreply.jane@contoso.com"],
            Negatives =
            [
                "@decorator", "logo@2x.png", "git@github.com:owner/repo.git", "jane@localhost", "jane.doe at example.com", "user@1.2.3", "jane@example.com", "jane@mail.Example.org",
                "jane@build.test", "jane@host.invalid", "jane@app.localhost", "jane@shop.example", "noreply@contoso.com", "No-Reply+build@contoso.com", "do-not-reply@contoso.com",
            ],
        },
        new()
        {
            Name = "phone_us",
            Detector = Rules.Detector,
            Severity = Severity.Warning,
            Description = "Telephone number of the North American plan, grouped or with +1.",
            Source = "https://www.nanpa.com/numbering",
            Pattern = @"(?:\+1[-. ]?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}|(?:\b1[-. ])?\(\d{3}\) ?\d{3}[-. ]\d{4}|\b(?:\d{1,12}[-.])?\d{3}(?:-\d{3}-|\.\d{3}\.)\d{4})\b(?:[-.]\d{1,12})?",
            Validator = UsPhoneValidator.RuleName,
            WindowBytes = 64,
            Tags = ["contact"],
            Positives = ["call 415-555-2671", "(415) 555-2671", "415.555.2671", "+1 415 555 2671", "+14155552671", "1-415-555-2671", "+1 (415) 555-2671"],
            Negatives = ["4155552671", "115-555-2671", "415-155-2671", "1.415.555.2671.3", "415-555-26719", "2024-415-555-2671", "555-2671", "+44 415 555 2671"],
        },
        new()
        {
            Name = "phone_intl",
            Detector = Rules.Detector,
            Severity = Severity.Info,
            Description = "Telephone number with the code of a country outside the North American plan.",
            Source = "https://www.itu.int/rec/T-REC-E.164",
            Pattern = @"[\w)\]]?\+[2-9]\d{0,18}(?:(?:[ .-]|\(0\)|[ .-]\(0\)) ?\d{1,14}){0,6}",
            Validator = InternationalPhoneValidator.RuleName,
            WindowBytes = 128,
            Tags = ["contact"],
            Positives = ["+44 20 7946 0958", "+442079460958", "Tel. +49 (0)30 901820", "+33 1 23 45 67 89", "+44(0)20 7946 0958", "+358-40-1234567"],
            Negatives = ["+1 415 555 2671", "x+442079460958", "+2147483648", "+2024-05-06", "+86400", "+4294967296", "+42", "+02:00"],
        },
        new()
        {
            Name = "ip_address",
            Detector = Rules.Detector,
            Severity = Severity.Info,
            Description = "Public IPv4 address.",
            Source = "https://www.rfc-editor.org/rfc/rfc6890",
            Pattern = @"(?:[Vv]ersion[=:]? ?""?|[Vv]|\b)\d{1,3}(?:\.\d{1,8}){3,32}(?:[-+][A-Za-z]\w{0,32})?",
            Validator = PublicAddressValidator.RuleName,
            WindowBytes = 320,
            Tags = ["contact"],
            Positives = ["8.8.8.8", "host 93.184.216.34:443", "203.0.113.7/24"],
            Negatives =
            [
                "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "169.254.1.1", "0.1.2.3", "256.1.1.1", "8.8.8.999",
                "v1.2.3.4", "1.2.3.4.5", "version 1.2.3.4", "Version=4.1.2.3", "4.0.0.0", "1.2.3.4-beta", "255.255.255.0", "1.3.6.1.4.1.311",
            ],
        },
    ];
}
