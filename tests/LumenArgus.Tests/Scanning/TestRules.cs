using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;
using System.Text;

namespace LumenArgus.Tests.Scanning;

/// <summary>A handful of rules of every shape that the index knows, and a short way to scan.</summary>
internal static class TestRules
{
    public static IReadOnlyList<DetectionRule> All { get; } =
    [
        Rule("aws_access_key", @"\bAKIA[0-9A-Z]{16}\b") with { Severity = Severity.Critical },
        Rule("github_token", @"gh[psor]_[0-9A-Za-z]{36,}"),
        Rule("jwt", @"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
        Rule("basic_auth_url", @"https?://[^\s:/@]{1,64}:[^\s@/]{1,128}@[\w.-]+"),
        Rule("database_url", @"(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|amqp)://[^\s@]{1,200}@[^\s""']+"),
        Rule("email", @"[\w.%+-]{1,64}@[A-Za-z0-9.-]{1,255}\.[A-Za-z]{2,24}", "pii") with { Severity = Severity.Warning },
        Rule("ssn", @"\b\d{3}-\d{2}-\d{4}\b", "pii"),
        Rule("credit_card", @"\b\d(?:[ -]?\d){12,18}\b", "pii") with { Validator = "luhn" },
        Rule("phone_us", @"(?:\+?1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b", "pii"),
        Rule("ip_address", @"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b", "pii") with { Severity = Severity.Info },
        Rule("iban", @"\b[A-Z]{2}\d{2}[A-Z0-9]{4,30}\b", "pii"),
        Rule("passport_us", @"\b[A-Z]\d{8}\b", "pii"),
        Rule("generic_secret", @"(?i)(?:secret|token|credential)\w{0,16}[""']?\s{0,4}[:=]\s{0,4}[""']([^""'\s]{16,128})[""']") with
        {
            Keywords = ["secret", "token", "credential"], SecretGroup = 1, EntropyFloor = 3.5, Generic = true,
        },
        Rule("private_key_pem", @"-----BEGIN (?:[A-Z]{2,8} ){0,3}PRIVATE KEY-----[A-Za-z0-9+/=\s]{0,8000}(?:-----END)?") with { WindowBytes = 16_384 },
        Rule("high_entropy_string", @"[A-Za-z0-9+/=_\-]{16,80}") with
        {
            Keywords = ["key", "secret", "token", "password", "auth"], KeywordDistance = 100, EntropyFloor = 4.5, Generic = true, Severity = Severity.Warning,
        },
        Rule("env_assignment", @"^(?:export )?[A-Z_]{0,32}(?:SECRET|TOKEN|PASSWORD)[A-Z_]{0,32}=(\S{8,200})$") with { SecretGroup = 1, Generic = true },
        Rule("okta_token", @"(?i)[\w.-]{0,50}(?:okta)(?:[ \t\w.-]{0,20})[\s'""]{0,3}(?:=|:)[\s'""]{0,5}(00[\w=-]{40})\b") with { SecretGroup = 1, Keywords = ["okta"] },
        Rule("blocked_file", @"(?i)^(?:.*\.(?:pem|key|env)|id_rsa.*)$", "proprietary") with { Target = RuleTarget.SourceFileName },
    ];

    public static IReadOnlyDictionary<string, IRuleValidator> Validators { get; } =
        new Dictionary<string, IRuleValidator>(StringComparer.Ordinal) { ["luhn"] = new Luhn() };

    public static DetectionRule Rule(string name, string pattern, string detector = "secrets") =>
        new() { Name = name, Detector = detector, Pattern = pattern, Severity = Severity.High };

    public static RuleIndex Index(params DetectionRule[] rules) => Index(new RuleIndexOptions(), rules);

    public static RuleIndex Index(RuleIndexOptions options, params DetectionRule[] rules)
    {
        var build = RuleIndex.Build(rules, Validators, options);
        build.Rejected.ShouldBeEmpty();
        return build.Index;
    }

    public static IReadOnlyList<Finding> Scan(this RuleIndex index, string body) => index.Scan(Encoding.UTF8.GetBytes(body), new ScanCounters());

    public static IReadOnlyList<Finding> Scan(this RuleIndex index, byte[] body, ScanCounters counters)
    {
        var document = BodyDocument.Parse(body);
        var collector = new FindingCollector(document);
        index.Scan(document, collector, counters);
        return collector.ToFindings();
    }

    /// <summary>Values that the pattern finds in a text, in order of first occurrence.</summary>
    public static string[] Values(string pattern, string text, Func<DetectionRule, DetectionRule>? change = null)
    {
        var rule = Rule("rule", pattern);
        return [.. Index(change is null ? rule : change(rule)).Scan(text).Select(f => f.Value.Reveal().ToString())];
    }

    private sealed class Luhn : IRuleValidator
    {
        public string Name => "luhn";

        public bool IsValid(ReadOnlySpan<char> value)
        {
            var sum = 0;
            var digits = 0;
            for (var i = value.Length - 1; i >= 0; i--)
            {
                if (char.IsAsciiDigit(value[i]))
                {
                    var digit = value[i] - '0';
                    sum += digits++ % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
                }
            }

            return digits is >= 13 and <= 19 && sum % 10 == 0;
        }
    }
}
