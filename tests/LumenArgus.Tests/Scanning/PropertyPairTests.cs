using System.Text;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

/// <summary>Name and value of a property are two fields, and one secret.</summary>
public sealed class PropertyPairTests
{
    private static readonly RuleIndex Passwords = TestRules.Index(
        TestRules.Rule("password", """password["']?\s{0,4}[:=]\s{0,4}["']?([^\s"']{8,})""") with { SecretGroup = 1, Keywords = ["password"] },
        TestRules.Rule("sweep", "[a-z0-9]{20,}") with { Keywords = ["token"], KeywordDistance = 50 },
        TestRules.Rule("owned", """jwt_key["']?\s{0,4}[:=]\s{0,4}["']?([^\s"']{8,})""") with { SecretGroup = 1, Keywords = ["key"] },
        TestRules.Rule("account", """["']type["']: ["']service_account["']""") with { Keywords = ["service_account"] });

    [Theory]
    [InlineData("""{"a":{"password":"correct-horse"}}""", "a.password", "correct-horse")]
    [InlineData("""{"db_password" : "correct-horse"}""", "db_password", "correct-horse")]
    [InlineData("""{"pass\u0077ord":"caf\u00e9-\/horse"}""", "password", """caf\u00e9-\/horse""")]
    [InlineData("""[{"password":""},{"password":"correct-horse"}]""", "[1].password", "correct-horse")]
    [InlineData("""{"access_token":"0a1b2c3d4e5f6a7b8c9d0e1f"}""", "access_token", "0a1b2c3d4e5f6a7b8c9d0e1f")]
    [InlineData("""{"type":"service_account","id":1}""", "type", "service_account")]
    [InlineData("""{"password":["correct-horse"],"other":"correct-horse"}""", "password[0]", "correct-horse")]
    [InlineData("""{"access_token":["short","0a1b2c3d4e5f6a7b8c9d0e1f"]}""", "access_token[1]", "0a1b2c3d4e5f6a7b8c9d0e1f")]
    [InlineData("""{"jwt":{"key":"correct-horse"}}""", "jwt.key", "correct-horse")]
    [InlineData("""{"command":["login","--password","correct-horse"]}""", "command[2]", "correct-horse")]
    public void Scan_SecretUnderItsName_IsFoundAtTheValue(string body, string location, string raw)
    {
        var finding = Passwords.Scan(body).ShouldHaveSingleItem();

        finding.Location.ShouldBe(location);
        finding.Count.ShouldBe(1);
        body.Substring(finding.Span!.Value.Start, finding.Span.Value.Length).ShouldBe(raw);
    }

    [Theory]
    [InlineData("""{"password":"short"}""")]
    [InlineData("""{"kind":"service_account"}""")]
    [InlineData("""{"password":[],"other":["correct-horse"]}""")]
    [InlineData("""["password","correct-horse"]""")]
    [InlineData("""["--password",{"other":"correct-horse"}]""")]
    [InlineData("""{"password":{"note":"correct-horse"}}""")]
    public void Scan_OtherNameOrValue_FindsNothing(string body) => Passwords.Scan(body).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"token":"my token is 0a1b2c3d4e5f6a7b8c9d0e1f"}""")]
    [InlineData("""{"password":"password=correct-horse"}""")]
    public void Scan_ValueThatIsFoundAloneToo_CountsOnce(string body) => Passwords.Scan(body).ShouldHaveSingleItem().Count.ShouldBe(1);

    [Fact]
    public void Scan_ManyProperties_CostsTheirBytesOnceMoreAtMost()
    {
        var counters = new ScanCounters();
        var members = string.Join(',', Enumerable.Range(0, 2000).Select(i => $"\"password\":\"value-{i}\",\"plain\":\"value-{i}\""));
        var body = Encoding.UTF8.GetBytes($"{{{members},\"password\":\"{new string('x', 1_000_000)}\"}}");

        Passwords.Scan(body, counters);

        counters.PairBytes.ShouldBeInRange(1, body.Length / 4);
    }
}
