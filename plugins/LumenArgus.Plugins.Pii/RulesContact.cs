using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>How a person or a machine is reached.</summary>
internal static class RulesContact
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "email",
            Detector = Rules.Detector,
            Title = "Mail address",
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
                "https://4bf2e8a1c9d0471f8e7a6b5c4d3e2f10@o123456.ingest.contoso.io/4501",
            ],
            Evasions = ["?to=jane.doe%2Bx@contoso.com&x=1", "mailto:jane.doe@contoso.com"],
        },
        new()
        {
            Name = "ip_address",
            Detector = Rules.Detector,
            Title = "Public IPv4 address",
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
            Evasions = ["http://93.184.216.34/x", "<td>93.184.216.34</td>"],
        },
        new()
        {
            Name = "ipv6_address",
            Detector = Rules.Detector,
            Title = "Public IPv6 address",
            Severity = Severity.Info,
            Description = "IPv6 address of the global unicast range.",
            Source = "https://www.iana.org/assignments/ipv6-unicast-address-assignments/ipv6-unicast-address-assignments.xhtml",
            Pattern = @"\b[23][0-9A-Fa-f]{3}:(?::|[0-9A-Fa-f]{1,4}:)[0-9A-Fa-f:]{1,34}[\w.]?",
            Validator = PublicIpv6Validator.RuleName,
            WindowBytes = 64,
            Tags = ["contact"],
            Positives = ["2606:4700:4700::1111", "[2a00:1450:4001:831::200e]:443", "host 2620:fe:0:0:0:0:0:9", "2400:cb00:2048:1::c629:d7a2"],
            Negatives = ["2001:db8::1", "fe80::1", "2024:01:02 12:00", "23:59:59", "2606:4700:4700:1111", "3000::std::x", "12606:4700:4700::1111", "2606:4700::1111::1"],
            Evasions = ["http://[2606:4700:4700::1111]/x"],
        },
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() => [new EmailValidator(), new PublicAddressValidator(), new PublicIpv6Validator()];
}
