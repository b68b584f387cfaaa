using System.Text;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Plugins;

/// <summary>Arguments of tools carry secrets as properties.</summary>
public sealed class StructuredBodyTests
{
    private const string Value = "Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVo/+aZ";

    private static readonly RuleIndex Index = RuleRunner.Build(PluginUnderTest.All).Index;

    [Theory]
    [InlineData("\"password\": \"{0}\"", "generic_password")]
    [InlineData("\"aws_secret_access_key\": \"{0}\"", "aws_secret_key")]
    [InlineData("\"apiKey\":\"{0}\"", "generic_api_key")]
    [InlineData("\"client_secret\":\"{0}\"", "generic_secret")]
    [InlineData("\"type\": \"service_account\"", "gcp_service_account")]
    [InlineData("\"token\": \"ghp_Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVo\"", "github_token")]
    public void Scan_SecretInToolInput_IsOneFinding(string property, string type)
    {
        var member = property.Replace("{0}", Value, StringComparison.Ordinal);
        var body = "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"name\":\"run\",\"input\":{" + member + "}}]}]}";
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        var collector = new FindingCollector(document);

        Index.Scan(document, collector, new ScanCounters());

        var finding = collector.ToFindings().ShouldHaveSingleItem();
        finding.Type.ShouldBe(type);
        finding.Count.ShouldBe(1);
        finding.Location.ShouldStartWith("messages[0].content[0].input.");
    }

    // Of digits the check digit says nothing: the name does, as it does in text.
    [Theory]
    [InlineData("\"order_id\": \"4015747191257121\"", 0)]
    [InlineData("\"orderNumber\":\"4015747191257121\"", 0)]
    [InlineData("\"id\": 4015747191257121", 0)]
    [InlineData("\"card\": \"4015747191257121\"", 1)]
    [InlineData("\"note\": \"paid with 4015747191257121\"", 1)]
    public void Scan_NumberWithTheCheckDigitOfACard_CountsByItsName(string property, int count)
    {
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes("{\"input\":{" + property + "}}"));
        var collector = new FindingCollector(document);

        Index.Scan(document, collector, new ScanCounters());

        collector.ToFindings().Count(static finding => finding.Type == "credit_card").ShouldBe(count);
    }

    [Theory]
    [InlineData("""{"tools":[{"name":"pr","description":"Opens a PR. Draft: DRAFT means unreleased","input_schema":{"enum":["draft","CONFIDENTIAL"]}}]}""", "")]
    [InlineData("""{"messages":[{"role":"assistant","content":[{"type":"tool_use","name":"pr","input":{"draft":true,"confidential":false,"unreleased":"no"}}]}]}""", "")]
    [InlineData("""{"messages":[{"role":"user","content":"DRAFT and CONFIDENTIAL"}]}""", "confidential_keyword sensitive_keyword")]
    [InlineData("""{"system":"DRAFT and CONFIDENTIAL","messages":[]}""", "confidential_keyword sensitive_keyword")]
    public void Scan_Marks_CountInProseOnly(string body, string types)
    {
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        var collector = new FindingCollector(document);

        Index.Scan(document, collector, new ScanCounters());

        string.Join(' ', collector.ToFindings().Select(finding => finding.Type).Order()).ShouldBe(types);
    }

    [Fact]
    public void Scan_NamesAndIdentifiersOfARequest_RaiseNothing()
    {
        const string Body = """
            {"model":"m","prompt_cache_key":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","tools":[{"name":"auth","input_schema":{"$schema":"http://json-schema.org/draft-07/schema#",
            "properties":{"token":{"type":"string"},"password":{"type":"string","description":"The password of the account to be used for the connection"}}}}],
            "metadata":{"user_id":"user_9e2d945226435360915908c529ba7c6969f64458_account__session_6ba7b810-9dad-11d1-80b4-00c04fd430c8"}}
            """;
        var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(Body));
        var collector = new FindingCollector(document);

        Index.Scan(document, collector, new ScanCounters());

        collector.ToFindings().ShouldBeEmpty();
    }
}
