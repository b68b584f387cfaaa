using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins;

/// <summary>What keys of clouds and AI providers say about themselves.</summary>
public sealed class VerdictRuleTestsCloud
{
    private const string Hex64 = "1af2333fccf1cbce3727052995be4e054f2311e29ef745aa88aa1949131894dd";
    private const string Letters95 = "Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVoZk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVoZk3vQ9xT7bLm2RwY8nPcJAA";

    [Theory]
    [InlineData("AKIA", "RZPUZDIKCGI5RTOD", Verdict.LikelyLive)] // account 123456789012
    [InlineData("ASIA", "RZPUZDIKCGI5RTOD", Verdict.LikelyLive)]
    [InlineData("AKIA", "6RVFFB777LOPFWIO", Verdict.LikelyLive)] // account 999999999999
    [InlineData("AKIA", "6RVFFCAAD2LYWIK6", Verdict.Invalid)] // account 1000000000000: 13 digits
    [InlineData("AKIA", "IAAAAAACTZGRVODF", Verdict.None)] // made before the account was in it
    [InlineData("AKIA", "2345670189ABCDEF", Verdict.Invalid)] // no base32
    [InlineData("AKIA", "IOSFODNN7EXAMPLE", Verdict.Example)]
    [InlineData("AKIA", "I44QH8DHBEXAMPLE", Verdict.Example)]
    public void AwsKeyId_AccountAndAlphabet_Decide(string prefix, string body, Verdict verdict) => Of("aws_access_key", $"id = {prefix}{body};").ShouldBe(verdict);

    [Theory]
    [InlineData("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Verdict.Example)]
    [InlineData("Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVo/+aZ", Verdict.None)]
    public void AwsSecret_OfTheDocumentation_IsAnExample(string value, Verdict verdict) => Of("aws_secret_key", $"aws_secret_access_key = {value}").ShouldBe(verdict);

    [Theory]
    [InlineData("20200102T030405Z", "3600", Verdict.Expired)]
    [InlineData("20980102T030405Z", "604800", Verdict.LikelyLive)]
    [InlineData("20980102T030405Z", "604801", Verdict.Invalid)]
    [InlineData("20981302T030405Z", "3600", Verdict.Invalid)]
    [InlineData("99991231T235959Z", "604800", Verdict.Invalid)]
    public void PresignedUrl_DateAndLifetime_Decide(string date, string seconds, Verdict verdict) =>
        Of("aws_presigned_url", $"https://b.s3.amazonaws.com/k?X-Amz-Date={date}&X-Amz-Expires={seconds}&X-Amz-SignedHeaders=host&X-Amz-Signature={Hex64}").ShouldBe(verdict);

    [Theory]
    [InlineData("2020-01-01", Verdict.Expired)]
    [InlineData("2020-01-01T08:00Z", Verdict.Expired)]
    [InlineData("2020-01-01T08%3A00%3A00Z", Verdict.Expired)]
    [InlineData("2098-01-01T08:00:00Z", Verdict.LikelyLive)]
    [InlineData("2098-01-41T08:00:00Z", Verdict.Invalid)]
    public void AzureSas_End_Decides(string end, Verdict verdict) =>
        Of("azure_sas_url", $"https://a.blob.core.windows.net/c/b?sp=r&se={end}&sv=2022-11-02&sr=b&sig=Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVoJ5hGf4D%3D").ShouldBe(verdict);

    [Theory]
    [InlineData("1577836800", Verdict.Expired)]
    [InlineData("4102444800", Verdict.LikelyLive)]
    public void ServiceBusToken_UnixTime_Decides(string end, Verdict verdict) =>
        Of("azure_service_bus_sas_token", $"SharedAccessSignature sr=orders.servicebus.windows.net&sig=Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVoJ5hGf4D%3D&se={end}&skn=send").ShouldBe(verdict);

    [Fact]
    public void AzureEmulatorKey_OfTheDocumentation_IsAnExample() =>
        Of("azure_account_key", "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;").ShouldBe(Verdict.Example);

    [Theory]
    [InlineData("azure_storage_key", "AccountKey={0}+AStZk3vQ9==")]
    [InlineData("azure_account_key", "AccountKey={0}Zk3vZk3vQ9==")]
    public void AzureKey_WithAndWithoutSignature_IsOneFinding(string type, string form)
    {
        var text = string.Format(null, System.Text.CompositeFormat.Parse(form), Letters95[..76]);

        RuleRunner.TypesIn(text).ShouldBe([type]);
    }

    [Theory]
    [InlineData("sk-proj-", "Zk3vQ9xT7bLm2RwY8nPcT3BlbkFJJ5hGf4DsA1uK6eVoZk3v", Verdict.LikelyLive)]
    [InlineData("sk-", "Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVoZk3vQ9xT7bLm", Verdict.None)]
    public void OpenAiKey_NameInBase64_Decides(string prefix, string body, Verdict verdict) => Of("openai_api_key", prefix + body).ShouldBe(verdict);

    [Fact]
    public void DeepSeekKey_IsNoOpenAiKey() => RuleRunner.TypesIn("use sk-" + Hex64[..32] + " here").ShouldBe(["deepseek_api_key"]);

    [Theory]
    [InlineData("api03-", Letters95, Verdict.LikelyLive)]
    [InlineData("admin01-", Letters95, Verdict.LikelyLive)]
    [InlineData("api03-", "Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVo", Verdict.None)]
    public void AnthropicKey_LengthAndEnd_Decide(string kind, string body, Verdict verdict) => Of("anthropic_api_key", "sk-ant-" + kind + body).ShouldBe(verdict);

    [Theory]
    [InlineData("oat01-")]
    [InlineData("ort01-")]
    public void AnthropicOAuthToken_IsNoApiKey(string kind) => RuleRunner.TypesIn("sk-ant-" + kind + Letters95).ShouldBe(["anthropic_oauth_token"]);

    private static Verdict Of(string type, string text) => RuleRunner.Scan(text).Single(finding => finding.Type == type).Verdict;
}
