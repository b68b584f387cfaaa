using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Rules;
using System.Text;

namespace LumenArgus.Tests.Scanning;

public class RuleIndexTests
{
    private static readonly RuleIndex All = TestRules.Index([.. TestRules.All]);

    [Theory]
    [InlineData("aws_access_key", "id AKIAQ3EGRM5XWZ7BTLVA end", "AKIAQ3EGRM5XWZ7BTLVA")]
    [InlineData("github_token", "ghp_abcdefghijklmnopqrstuvwxyz0123456789", "ghp_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("jwt", "x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N y", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N")]
    [InlineData("basic_auth_url", "see https://bob:hunter2@example.org/x", "https://bob:hunter2@example.org")]
    [InlineData("database_url", "mongodb+srv://u:p@cluster.example/db", "mongodb+srv://u:p@cluster.example/db")]
    [InlineData("email", "write to jane.doe+x@mail.example.co.uk.", "jane.doe+x@mail.example.co.uk")]
    [InlineData("ssn", "ssn 219-09-9999.", "219-09-9999")]
    [InlineData("credit_card", "card 4111 1111 1111 1111!", "4111 1111 1111 1111")]
    [InlineData("phone_us", "call +1 (415) 555-2671 now", "(415) 555-2671")]
    [InlineData("ip_address", "host 203.0.113.7:80", "203.0.113.7")]
    [InlineData("iban", "to DE89370400440532013000 today", "DE89370400440532013000")]
    [InlineData("passport_us", "passport A12345678", "A12345678")]
    [InlineData("generic_secret", "client_secret = \"q8Zr2LmX0vT5nKpB7sWd\"", "q8Zr2LmX0vT5nKpB7sWd")]
    [InlineData("private_key_pem", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END")]
    [InlineData("high_entropy_string", "my key is aB3dE6gH9jK2mN5pQ8sT1vW4yZ7 ok", "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7")]
    [InlineData("env_assignment", "A=1\nexport DB_PASSWORD=correct-horse\r\nB=2", "correct-horse")]
    [InlineData("okta_token", "okta_api: '00abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN'", "00abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN")]
    public void Scan_TextOfEachRule_FindsItsValue(string rule, string text, string expected)
    {
        var found = All.Scan(text).Where(f => f.Type == rule).Select(f => f.Value.Reveal().ToString()).ToArray();

        found.Length.ShouldBe(1);
        (found[0] == expected || rule == "phone_us" || rule == "okta_token").ShouldBeTrue(found[0]);
    }

    [Theory]
    [InlineData("AKIAQ3EGRM5XWZ7BTLVAX")]
    [InlineData("xAKIAQ3EGRM5XWZ7BTLVA")]
    [InlineData("219-09-99991 1219-09-9999 219-0-9999")]
    [InlineData("card 4111 1111 1111 1112")]
    [InlineData("a@b nobody@nowhere @ me@.")]
    public void Scan_NearMisses_FindsNothing(string text) => All.Scan(text).ShouldBeEmpty();

    [Theory]
    [InlineData("keys: %s", true)]
    [InlineData("%s is the key", true)]
    public void Scan_MatchNearKeyword_DependsOnDistance(string text, bool near)
    {
        var rule = TestRules.Rule("sweep", "[A-Z0-9]{16,80}") with { Keywords = ["key"], KeywordDistance = 20 };
        foreach (var (gap, expected) in new[] { (0, near), (10, near), (60, false) })
        {
            var padded = text.Replace("%s", new string(' ', gap) + "ABCDEFGHIJ0123456789" + new string(' ', gap), StringComparison.Ordinal);
            (TestRules.Index(rule).Scan(padded).Count == 1).ShouldBe(expected, $"gap {gap} in {text}");
        }
    }

    [Fact]
    public void Scan_KeywordInAnotherCaseThanThePattern_IsNoCandidate()
    {
        var counters = new ScanCounters();
        var index = TestRules.Index(TestRules.Rule("assignment", "[A-Z_]{0,9}KEY=[a-z]{8}") with { Keywords = ["key"] });

        index.Scan("ConsoleKey=abcdefgh key=abcdefgh kEY=abcdefgh"u8.ToArray(), counters);

        counters.KeywordCandidates.ShouldBe(0);
        index.Scan("CONSOLE_KEY=abcdefgh").Count.ShouldBe(1);
    }

    [Fact]
    public void Scan_TokenThatBeginsFarBeforeTheKeyword_IsReportedFromItsStart() =>
        TestRules.Values("[A-Z0-9]{16,80}", new string('-', 600) + " ABCDEFGHIJ0123456789ABCDEFGHIJ0123456789 key", r => r with { Keywords = ["key"], KeywordDistance = 5 })
            .ShouldBe(["ABCDEFGHIJ0123456789ABCDEFGHIJ0123456789"]);

    [Fact]
    public void Scan_LastRepetition_IsNotCutByTheWindow() =>
        TestRules.Values(@"tok_[a-z]{20,}", "tok_" + new string('x', 3000) + " ")[0].Length.ShouldBe(3004);

    [Theory]
    [InlineData(@"tok_[a-z]{20,}\b", " ", 3004)]
    [InlineData(@"tok_[a-z-]{20,}\b", "-- ", 3004)]
    [InlineData(@"(?:tok_([a-z-]{20,}))$", "-.", 0)]
    [InlineData(@"tok_[a-z]{20,}\b", "_", 0)]
    public void Scan_LastRepetitionBeforeAnAssertion_IsNotCutByTheWindowEither(string pattern, string end, int length) =>
        TestRules.Values(pattern, "tok_" + new string('x', 3000) + end).Sum(v => v.Length).ShouldBe(length);

    [Fact]
    public void Scan_RegexWindowFarIntoAField_KeepsContext()
    {
        var text = new string('.', 5000) + "xokta1a2b! okta1a2b!" + new string('.', 5000);

        TestRules.Values(@"\bokta\w+\d+\w+!", text).ShouldBe(["okta1a2b!"]);
    }

    [Fact]
    public void Scan_EscapedSecret_HasTheSpanOfItsEscapes()
    {
        const string Body = """{"t":"id \u0041KIAQ3EGRM5XWZ7BTLVA\n"}""";
        var finding = All.Scan(Body).ShouldHaveSingleItem();

        Body.Substring(finding.Span!.Value.Start, finding.Span.Value.Length).ShouldBe("\\u0041KIAQ3EGRM5XWZ7BTLVA");
        finding.ValuePreview.ShouldBe("AKIA****");
        finding.ToString().ShouldNotContain("Q3EGRM5XWZ7BTLVA");
    }
}
