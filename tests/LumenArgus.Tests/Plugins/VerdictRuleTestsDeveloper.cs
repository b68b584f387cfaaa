using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Tests.Plugins;

/// <summary>What tokens of source control, registries and payment services tell by themselves. Values are split so that none looks live.</summary>
public sealed class VerdictRuleTestsDeveloper
{
    private const string Letters = "Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1";
    private const string Payload = "eyJlIjoxNzc2NDM2NzM2LCJoIjoic255ay5pbyIsImoiOiJBWjEzMVVmN0xmTmFNWkI3IiwicyI6InU2NEJka3F1UkR5dDI0SUQiLCJ0aWQiOiJBQUFBQUFBQUFBQUEifQ";
    private const string Macaroon = "AgEIcHlwaS5vcmcCJHsidiI6MSwiaSI6ImsifXh4eHh4eHh4eHh4eHh4eHh4eHh4eAACGVswLDE3NjcxMzkyMDAsMTczNTYwMzIwMF0AAAYgpU3KGCUwux1tEyze1iN7LtkeP3IfyxlxF0SU1kk8nVw";
    private const string TestMacaroon =
        "AgENdGVzdC5weXBpLm9yZwIkeyJ2IjoxLCJpIjoiayJ9eHh4eHh4eHh4eHh4eHh4eHh4eHh4AAIZWzAsMTc2NzEzOTIwMCwxNzM1NjAzMjAwXQAABiA0YL4xIB5p_tqg7ui5mX9cfCmZ_a_lkyU81lSvTfrXFA";

    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(1_776_436_736);

    public static TheoryData<int, string, string, Verdict> Values
    {
        get
        {
            var hex = new string('a', 20) + new string('7', 20);
            (string Validator, string Value, Verdict Verdict)[] rows =
            [
                ("base62_checksum", "ghp_" + Letters + "058mIh", Verdict.LikelyLive),
                ("base62_checksum", "npm_" + Letters + "058mIh", Verdict.LikelyLive),
                ("base62_checksum", "ghp_" + Letters + "058mIj", Verdict.Invalid),
                ("base62_checksum", "npm_" + Letters + "zzzzzz", Verdict.Invalid),
                ("base62_checksum", "ghr_" + Letters + Letters, Verdict.None),
                ("base62_checksum", "ghs_" + "abc.def.ghi", Verdict.None),
                ("gitlab_token", "glpat-" + "bzox79Of-KE9FD2LjoXXF4CvyxA" + ".01.0r0l8l6ir", Verdict.LikelyLive),
                ("gitlab_token", "glpat-" + "bzox79Of-KE9FD2LjoXXF4CvyxA" + ".0r03gxo7s", Verdict.LikelyLive),
                ("gitlab_token", "glpat-" + "bzox79Of-KE9FD2LjoXXF4CvyxA" + ".01.0r03gxo7a", Verdict.Invalid),
                ("gitlab_token", "glpat-" + Letters[..20], Verdict.None),
                ("gitlab_token", "glpat-" + Letters[..20] + ".something", Verdict.None),
                ("key_mode", "sk_org_live_" + Letters, Verdict.LikelyLive),
                ("key_mode", "skey_test_" + Letters, Verdict.Test),
                ("key_mode", "access_token$sandbox$" + Letters, Verdict.Test),
                ("key_mode", "access_token$production$" + Letters, Verdict.LikelyLive),
                ("key_mode", "SB-Mid-server-" + Letters, Verdict.Test),
                ("key_mode", "FLWSECK_TEST-" + Letters, Verdict.Test),
                ("key_mode", "secret-token:mercury_production_wma_" + Letters, Verdict.LikelyLive),
                ("key_mode", "APP_USR-1-2-" + Letters + "-test", Verdict.None),
                ("mixed_key", "live_" + Letters, Verdict.LikelyLive),
                ("mixed_key", "sandbox_" + Letters, Verdict.Test),
                ("stripe_key", "sk_live_" + Letters, Verdict.LikelyLive),
                ("stripe_key", "rk_test_" + Letters, Verdict.Test),
                ("stripe_webhook", "whsec_" + hex + hex[..24], Verdict.Test),
                ("stripe_webhook", "whsec_" + Letters, Verdict.None),
                ("pypi_token", "pypi-" + Macaroon, Verdict.LikelyLive),
                ("pypi_token", "pypi-" + TestMacaroon, Verdict.Test),
                ("pypi_token", "pypi-" + Macaroon[..80], Verdict.None),
                ("pypi_token", "pypi-" + Letters + Letters, Verdict.Invalid),
                ("snyk_token", "snyk_uat." + "1fcad39e.not-json.signature", Verdict.None),
                ("snyk_token", "snyk_uat." + "1fcad39e", Verdict.None),
            ];
            var data = new TheoryData<int, string, string, Verdict>();
            for (var i = 0; i < rows.Length; i++)
            {
                data.Add(i, rows[i].Validator, Convert.ToBase64String(Encoding.ASCII.GetBytes(rows[i].Value)), rows[i].Verdict);
            }

            return data;
        }
    }

    // The values are shown by the runner, so they travel encoded.
    [Theory]
    [MemberData(nameof(Values))]
    public void Judge_OfflineMarks_GiveTheVerdict(int number, string validator, string encoded, Verdict verdict)
    {
        var value = Encoding.ASCII.GetString(Convert.FromBase64String(encoded));

        PluginUnderTest.Secrets.Validators[validator].Judge(value).ShouldBe(verdict, $"row {number}");
    }

    [Fact]
    public void Judge_SnykToken_ExpiresAtItsEnd()
    {
        var token = "snyk_uat." + "1fcad39e." + Payload + ".signature";

        new SnykTokenValidator(new FixedTime(End.AddMinutes(-1))).Judge(token).ShouldBe(Verdict.LikelyLive);
        new SnykTokenValidator(new FixedTime(End.AddMinutes(1))).Judge(token).ShouldBe(Verdict.Expired);
    }

    [Fact]
    public void IsValid_StripeKey_LeavesFortyHexDigitsToPaystack()
    {
        var key = "sk_live_" + new string('a', 20) + new string('7', 20);

        PluginUnderTest.Secrets.Validators["stripe_key"].IsValid(key).ShouldBeFalse();
        RuleRunner.TypesIn($"use {key} for it").ShouldBe(["paystack_secret_key"]);
    }

    [Theory]
    [InlineData("user:password", true)]
    [InlineData("user:", false)]
    [InlineData(":password", false)]
    [InlineData("userpassword", false)]
    [InlineData("user:pass\u0001word", false)]
    public void IsValid_BasicCredentials_AreAUserAndAPassword(string text, bool isValid) =>
        PluginUnderTest.Secrets.Validators["basic_credentials"].IsValid(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))).ShouldBe(isValid);

    [Fact]
    public void Judge_OddInput_AnswersWithoutThrowing()
    {
        foreach (var validator in PluginUnderTest.Secrets.Validators.Values)
        {
            foreach (var text in (string[])["", "_", "-", ".", "pypi-", "a_b", "...", "\u00e9_\u00e9", new string('.', 600)])
            {
                Should.NotThrow(() => validator.Judge(text), validator.Name);
            }
        }
    }

    [Fact]
    public void Scan_TestKey_IsAWarningThatKeepsItsRuleSeverity()
    {
        var finding = RuleRunner.Scan("key " + "rk_test_" + Letters).Single();

        finding.Verdict.ShouldBe(Verdict.Test);
        finding.Severity.ShouldBe(Severity.Warning);
        finding.RuleSeverity.ShouldBe(Severity.Critical);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
