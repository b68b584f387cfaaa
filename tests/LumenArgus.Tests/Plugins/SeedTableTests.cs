using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins;

/// <summary>The finding types and severities that the manual promises; scripts of users depend on them.</summary>
public sealed class SeedTableTests
{
    private const string Secrets = """
        aws_access_key critical
        aws_secret_key critical
        google_api_key critical
        gcp_service_account critical
        azure_subscription_key high
        anthropic_api_key critical
        openai_api_key critical
        github_token critical
        github_fine_grained_pat critical
        gitlab_token critical
        npm_token critical
        pypi_token critical
        private_key_pem critical
        ssh_private_key critical
        jwt_token high
        slack_token critical
        slack_webhook high
        discord_webhook high
        stripe_secret_key critical
        stripe_webhook_secret critical
        twilio_api_key high
        sendgrid_api_key critical
        mailgun_api_key high
        heroku_api_key critical
        docker_hub_pat critical
        terraform_cloud_token high
        vault_token critical
        datadog_api_key high
        pagerduty_key high
        database_url critical
        basic_auth_url high
        generic_password high
        generic_api_key high
        generic_secret high
        env_file_assignment warning
        high_entropy_string warning
        """;

    private const string Pii = """
        email warning
        ssn critical
        credit_card critical
        phone_us warning
        phone_intl info
        ip_address info
        iban warning
        passport_us info
        """;

    private const string Proprietary = """
        blocked_file_pattern critical
        sensitive_file_pattern warning
        confidential_keyword critical
        sensitive_keyword warning
        """;

    private const string Injection = """
        ignore_instructions high
        ignore_prior high
        disregard_previous high
        persona_override high
        system_injection high
        system_tag high
        inst_tag high
        execute_command high
        exfil_curl critical
        exfil_webhook high
        """;

    private const string ToolPoison = """
        instruction_tag high
        file_exfiltration high
        cross_tool_manipulation high
        dangerous_exec high
        download_exec high
        script_injection high
        command_injection high
        """;

    public static TheoryData<string, string> Tables => new()
    {
        { "secrets", Secrets },
        { "pii", Pii },
        { "proprietary", Proprietary },
        { "injection", Injection },
        { "mcp_tool_poison", ToolPoison },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Rules_NamesAndSeverities_AreThoseOfTheManual(string detector, string table)
    {
        var rules = PluginUnderTest.All.Rules.Where(rule => rule.Detector == detector);

        var actual = rules.Select(rule => $"{rule.Name} {rule.Severity.ToString().ToLowerInvariant()}").ToHashSet();

        // The catalogue goes far beyond the manual.
        table.ReplaceLineEndings("\n").Split('\n').Except(actual).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_EntropyGates_StandWhereTheManualHasThem()
    {
        var gated = PluginUnderTest.All.Rules.Where(rule => rule.EntropyFloor > 0).Select(rule => (rule.Name, rule.EntropyFloor)).ToArray();

        // A rule with a short value has the floor of its shortest one; its validator has the one of the value.
        gated.Where(rule => rule.EntropyFloor == 4.5).Select(rule => rule.Name).ShouldBe(["high_entropy_string"]);
        gated.Where(rule => rule.EntropyFloor < 4.5).Select(rule => rule.Name).Intersect(Manual())
            .ShouldBe(["env_file_assignment", "generic_api_key", "generic_password", "generic_secret", "openai_api_key", "pagerduty_key", "terraform_cloud_token"], ignoreOrder: true);
    }

    [Fact]
    public void Rules_WithoutAFormat_AreGeneric()
    {
        PluginUnderTest.All.Rules.Where(rule => rule.Generic).Select(rule => rule.Name).Order()
            .ShouldBe(
            [
                "env_file_assignment", "generic_api_key", "generic_command_output", "generic_credential_argument", "generic_credential_call", "generic_credential_operand", "generic_credential_pair", "generic_credential_piped", "generic_issuer_credential", "generic_login", "generic_password", "generic_password_localized", "generic_password_marks",
                "generic_second_value", "generic_secret", "generic_value_before", "generic_value_below", "generic_value_line", "high_entropy_string", "kubernetes_secret_value", "terraform_random_password", "url_user_token",
            ]);
    }

    [Fact]
    public void Rules_OfContent_NameKeywordsUnlessTheyStartFromDigitsOrAnAtSign()
    {
        // The host finds the keyword of a format, and words that are not ASCII.
        var without = PluginUnderTest.All.Rules.Where(rule => rule.Target == RuleTarget.Content && rule.Keywords.IsEmpty && rule.Pattern.Length > 0)
            .Where(rule => rule.Name != "generic_password_localized").Select(rule => rule.Detector).Distinct();

        without.Order().ShouldBe(["injection", "pii"]);
        PluginUnderTest.All.Rules.SelectMany(rule => rule.Keywords).ShouldAllBe(keyword => keyword.Length >= 2 && keyword.All(char.IsAscii));
    }

    [Fact]
    public void Rules_WithAnIssuer_NameTheirSource()
    {
        var without = PluginUnderTest.All.Rules.Where(rule => rule.Source is null).Select(rule => rule.Name).Order();

        without.ShouldBe(
        [
            "blocked_file_pattern", "env_file_assignment", "generic_api_key", "generic_command_output", "generic_credential_argument", "generic_credential_call", "generic_credential_operand", "generic_credential_pair", "generic_credential_piped", "generic_issuer_credential", "generic_login",
            "generic_password", "generic_password_localized", "generic_password_marks", "generic_second_value", "generic_secret", "generic_value_before", "generic_value_below", "generic_value_line", "high_entropy_string", "sensitive_file_pattern", "url_user_token",
        ]);
    }

    private static IEnumerable<string> Manual() => Secrets.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split(' ')[0]);
}
