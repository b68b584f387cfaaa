using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins;

/// <summary>One secret is one finding, with the type that says most about it.</summary>
public sealed class OverlapTests
{
    private const string Body = "Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVo";

    [Fact]
    public void Scan_AccessKeyOfTheDocumentation_IsReported() => Types("key AKIA" + "IOSFODNN7EXAMPLE here").ShouldContain("aws_access_key");

    [Fact]
    public void Scan_OpenSshHeader_IsNoPem() => Types("-----BEGIN OPENSSH PRIVATE" + " KEY-----").ShouldBe(["ssh_private_key"]);

    [Fact]
    public void Scan_RsaHeader_IsNoOpenSsh() => Types("-----BEGIN RSA PRIVATE" + " KEY-----").ShouldBe(["private_key_pem"]);

    [Fact]
    public void Scan_TwoPrivateKeys_AreTwoFindings()
    {
        const string header = "-----BEGIN PRIVATE" + " KEY-----\n";

        RuleRunner.Scan($"{header}{Body}{Body}\n-----END\n{header}{Body}{Body[..30]}\n-----END").Count(f => f.Type == "private_key_pem").ShouldBe(2);
    }

    [Fact]
    public void Scan_ProseBehindAKeyHeader_IsNotPartOfTheValue()
    {
        const string header = "-----BEGIN PRIVATE" + " KEY-----";

        var finding = RuleRunner.Scan(header + " and then a long sentence follows that is no key").Single();

        finding.Value.Length.ShouldBe(header.Length);
    }

    [Fact]
    public void Scan_AnthropicKey_IsNoOpenAiKey() => SecretTypes("key=" + "sk-ant-" + "api03-" + Body + Body).ShouldBe(["anthropic_api_key"]);

    [Fact]
    public void Scan_DatabaseUrl_IsNoBasicAuthUrl() => SecretTypes("postgres://app:hunter22@db.example.org/x").ShouldBe(["database_url"]);

    [Theory]
    [InlineData("postgres://app:hV7kq92LmzPw@db.contoso.com:5432/app")]
    [InlineData("https://deploy:hV7kq92LmzPw@files.contoso.com/x")]
    public void Scan_PasswordOfAnAddress_IsNoMailAddress(string text) => RuleRunner.Scan(text).ShouldHaveSingleItem().Detector.ShouldBe("secrets");

    [Theory]
    [InlineData("api_key = \"")]
    [InlineData("token: ")]
    [InlineData("\"password\": \"")]
    [InlineData("GITHUB_TOKEN=")]
    [InlineData("Authorization: Bearer ")]
    public void Scan_KnownTokenBehindAnyName_IsReportedAsThatTokenOnly(string name) => SecretTypes(name + "ghp_" + Body).ShouldBe(["github_token"]);

    [Theory]
    [InlineData("secret = \"{0}\"", "generic_secret")]
    [InlineData("const apiKey = '{0}'", "generic_api_key")]
    [InlineData("password: {0}", "generic_password")]
    [InlineData("export SESSION_TOKEN={0}", "generic_secret")]
    [InlineData("export SESSION_TOKEN_OF_ACME={0}", "env_file_assignment")]
    [InlineData("the token is {0}", "generic_secret")]
    [InlineData("{0} was the token", "high_entropy_string")]
    [InlineData("- name: API_KEY\n  value: {0}", "generic_credential_pair")]
    [InlineData("curl -u me:{0} https://a.contoso.com", "generic_credential_argument")]
    [InlineData("ALGOLIA = {0}", "generic_issuer_credential")]
    public void Scan_RandomValueBehindAName_IsOneFinding(string form, string type) =>
        SecretTypes(string.Format(null, System.Text.CompositeFormat.Parse(form), Body)).ShouldBe([type]);

    [Theory]
    [InlineData("AWS_SECRET_ACCESS_KEY={0}")]
    [InlineData("aws_secret_access_key = {0}")]
    [InlineData("  aws_secret_access_key: {0}")]
    [InlineData("\"SecretAccessKey\": \"{0}\"")]
    [InlineData("secretAccessKey: '{0}',")]
    [InlineData("export AWS_SECRET_KEY=\"{0}\"")]
    [InlineData("os.environ['AWS_SECRET_ACCESS_KEY'] = '{0}'")]
    [InlineData("{{\\\"aws_secret_key\\\":\\\"{0}\\\"}}")]
    [InlineData("const awsSecretKey: string = \"{0}\";")]
    public void Scan_AwsSecretInEachAssignmentForm_IsReportedOnceWithoutItsName(string form)
    {
        var text = string.Format(null, System.Text.CompositeFormat.Parse(form), Body + "/+aZ");

        var finding = RuleRunner.Scan(text).Single(f => f.Detector == "secrets");

        finding.Type.ShouldBe("aws_secret_key");
        finding.Value.Length.ShouldBe(40);
    }

    [Theory]
    [InlineData("+1 415 555 2671", "phone_us")]
    [InlineData("+14155552671", "phone_us")]
    [InlineData("(415) 555-2671", "phone_us")]
    [InlineData("415-555-2671", "phone_us")]
    [InlineData("+44 20 7946 0958", "phone_intl")]
    [InlineData("+49 (0)30 901820", "phone_intl")]
    public void Scan_OneTelephoneNumber_IsOneFinding(string number, string type) => Types($"call {number} now").ShouldBe([type]);

    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("5555-5555-5555-4444")]
    [InlineData("378282246310005")]
    [InlineData("4111 1111 1111 1111 12/27 123")]
    public void Scan_OneCard_IsOneFinding(string number) => Types($"card {number}").ShouldBe(["credit_card"]);

    [Fact]
    public void Scan_SameSecretTwice_IsCounted() =>
        RuleRunner.Scan($"ghp_{Body} and ghp_{Body}").Single(f => f.Type == "github_token").Count.ShouldBe(2);

    private static IEnumerable<string> Types(string text) => RuleRunner.TypesIn(text);

    private static IEnumerable<string> SecretTypes(string text) =>
        RuleRunner.Scan(text).Where(finding => finding.Detector == "secrets").Select(finding => finding.Type).Order();
}
