using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of services for alerts, uptime and tests.</summary>
internal static class IncidentKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        new()
        {
            Name = "pagerduty_key",
            Detector = Rules.Detector,
            Title = "PagerDuty API or integration key",
            Severity = Severity.High,
            Description = "PagerDuty API or integration key assigned to a name that says so.",
            Source = "https://support.pagerduty.com/main/docs/api-access-keys",
            Pattern = "(?i)pagerduty[a-z0-9_ .-]{0,24}?(?:key|token)" + Shape.Assign + "([A-Za-z0-9+_-]{20,})",
            Format = "<name:pagerduty+api key|integration key|token>u+<alnum:9><digit:1><alnum:7><letter:1>",
            SecretGroup = 1,
            EntropyFloor = options.VendorFloor,
            Validator = "random_token",
            Keywords = ["pagerduty"],
            WindowBytes = 160,
            Tags = ["infrastructure", "pagerduty"],
            Positives = [$"pagerduty_key = \"{Sample.Of(20)}\"", $"PAGERDUTY_API_KEY=u+{Sample.Of(18, seed: 2)}", $"\"pagerduty_integration_key\": \"{Sample.Of(32, Sample.Hex, 3)}\""],
            Negatives = ["pagerduty_key = \"aaaaaaaaaaaaaaaaaaaaaaaa\"", "pagerduty_key = \"your_pagerduty_key_goes_here\"", $"pagerduty_key = \"{Sample.Of(19)}\""],
            Evasions = [$"PAGERDUTY_API_KEY=\"u+{Sample.Of(8, seed: 4)}\" + \"{Sample.Of(10, seed: 5)}\""],
        },
        CatalogueRule.Of(
            "pagerduty_oauth_token", "PagerDuty scoped OAuth token", Severity.Critical, "https://developer.pagerduty.com/docs/app-oauth-token",
            "pd<us|eu>+_<upperalnum:6-9>_<uuid>",
            positive: "const pagerdutyOauthToken = 'pdeu+_" + "IUGTVHX2V_5a09ffc5-2ff5-4f58-84dd-e41798326812';",
            negative: "const pagerdutyOauth" + "Token = 'pdus+_xxxx';",
            evasion: "payload: Y29uc3QgcGFnZXJkdXR5T2F1dGhUb2tlbiA9ICdwZHVzK19GTVc4NjkxNkFfYjE4ZDY3YzctNmNjZi00ZjQ3LWJiYWEtOGM0MDkzMzY0MjgzJzs="),
        CatalogueRule.Of(
            "opsgenie_api_key", "Opsgenie API key", Severity.High, "https://docs.opsgenie.com/docs/api-key-management",
            "<name:opsgenie|genie+key><uuid>",
            positive: "opsgenie-key: " + "bd0c3863-aa99-40b2-a50f-6ab1cdb2a1fb",
            negative: "opsgenie_key = os.environ[\"OPSGENIE_KEY\"]",
            evasion: "opsgenie-key: e56a3150-3c84-452\u200bb-8bed-db93a2d5bdb6") with { Keywords = ["opsgenie", "genie"] },
        CatalogueRule.Of(
            "opsgenie_api_key_header", "Opsgenie API key in a header", Severity.High, "https://docs.opsgenie.com/docs/authentication",
            "GenieKey <uuid>",
            positive: "Authorization: GenieKey " + "08a42017-417e-4b09-8a15-6ba4aa007bfd",
            negative: "Authorization: GenieKey $OPSGENIE_KEY",
            evasion: "Authorization:%20GenieKey%205eb99409-855%31-4219-b657-%6136c88bf2bec"),
        CatalogueRule.Of(
            "victorops_integration_url", "Splunk On-Call (VictorOps) integration address", Severity.High, "https://help.victorops.com/knowledge-base/rest-endpoint-integration-guide/",
            "alert.victorops.com/integrations/generic/<digit:8>/alert/<uuid>",
            positive: "curl -X POST \"https://alert.victorops.com/integrations/generic/" + "90362525/alert/42a5aaa2-f3a0-44b6-8071-030c5614a272\"",
            negative: "xalert.victorops.com/integrations/generic/6863" + "8138/alert/8ac4cf3b-ac0a-49a0-8d44-14ef8c43e6d6",
            evasion: "curl -X POST \"https://\"alert.victorops.com/integrations/generic/14617\" + \"980/alert/d485aeb6-2236-4bab-ab23-2b0f817ff750"
                + "\"\""),
        CatalogueRule.Of(
            "betterstack_token", "Better Stack (Logtail) token", Severity.High, "https://betterstack.com/docs/logs/api/getting-started/",
            "<name:better stack|logtail|better uptime+token><alnum:24>",
            positive: "\"betterStackToken\": \"" + "DXn4OIhvAQuLCnAb2fjNmm3J\"",
            negative: "BETTER_STACK_TOKEN=your" + "-better-stack-token-here",
            evasion: "dump 22626574746572537461636b546f6b656e223a202239307a427a596b716a7553554f4c3265665575426834716c22") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "statuspage_api_key", "Statuspage API key", Severity.High, "https://developer.statuspage.io/",
            "<name:status page+key|token><uuid>",
            positive: "status_page_key = '" + "9e6e1f37-f54e-48fb-8252-b825a9ec5d2d'",
            negative: "\"status_page_key\": \"37139398-6" + "2bf-4b2c-8d3f-9d281cba47d30a1b\"",
            evasion: "status_page_key = 'c081ebe0-7a35-451\\u0036-9361-14\\u003707253b8f5'"),
        CatalogueRule.Of(
            "uptimerobot_api_key", "UptimeRobot API key", Severity.High, "https://uptimerobot.com/api/",
            "<name:uptime robot+key><ur|u|m><digit:6-9>-<hex:24>",
            positive: "const uptimeRobotKey = '" + "ur689892-4776fbdb9f08a2308b8b9671';",
            negative: "uptime_robot_key = os.en" + "viron[\"UPTIME_ROBOT_KEY\"]",
            evasion: "const uptimeRobotKey = 'ur801336218-306d96\uff46c12fddf\uff19c54a267e5';"),
        CatalogueRule.Of(
            "pingdom_api_token", "Pingdom API token", Severity.High, "https://docs.pingdom.com/api/",
            "<name:pingdom+token><base64url:86>",
            positive: "pingdom-token: " + "yPtGYPYrmebv78b_go7xXpwlXa0DJw-4zay0B6enObTFfT27aWN_MPjVBFAxwgfMeNF_E1-3uyX7GcS72Tcg47",
            negative: "pingdom_request_id = \"6tU0EPr3Jkh11KaV_pFFfVKTL5D8x_dR" + "7pb_fBmjOOZAnB-D4vGbHmwAM_87He1txsvTRBddqrMZibYFWeGk8r\"",
            evasion: "pingdom-token: MHRo41Zl3_xiE7oWlceItXADnxLjee4LrntX8DII6&#x32;YJTnDA0WBXFa8Pg-GsBe&#x72;xCXJJGoWObHp-4frcwYCaLr") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "cronitor_api_key", "Cronitor API key", Severity.High, "https://cronitor.io/docs/using-api-keys",
            "<name:cronitor+key><hex:32>",
            positive: "export CRONITOR_KEY=\"" + "e25bc2222dab2701b7bd90eea9988f1c\"",
            negative: "cronitor_request_id = \"f4fcd" + "257d070ec0e4ebbbde641456515\"",
            evasion: "state=eyJub3RlIjoiZXhwb3J0IENST05JVE9SX0tFWT0nMmNkNGMzZDBiZDBiYTRlNGQ1NjgyNDMyYWU2MjY1ODYnIn0"),
        CatalogueRule.Of(
            "checkly_api_key", "Checkly user API key", Severity.High, "https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/",
            "cu_<hex:32>",
            positive: "CHECKLY_API_KEY=cu_" + "a53220be2cdb9005b346d4de7107beb8",
            negative: "xcu_4a802db2b2bf4c" + "407e2bd5120f1c8240",
            evasion: "CHECKLY_API_KEY=cu_fb0e7f92387c8\u00adfb34fd2dc0ee0346029"),
        CatalogueRule.Of(
            "healthchecks_ping_url", "Healthchecks.io ping address", Severity.Warning, "https://healthchecks.io/docs/http_api/",
            "hc-ping.com/<uuid>",
            positive: "curl -fsS https://hc-ping.com/" + "91e543b3-3b4e-4b19-8347-9131d455a224",
            negative: "curl -fsS https://hc-p" + "ing.com/your-uuid-here",
            evasion: "curl -fsS https://hc-ping.com/75221030-19\\x31d-4b7d-b136-\\x3506840d7e8c5"),
        CatalogueRule.Of(
            "firehydrant_bot_token", "FireHydrant bot token", Severity.High, "https://docs.firehydrant.com/docs/api-keys",
            "fhb-<hex:32>",
            positive: "Authorization: Bearer fhb-" + "df7eb156015f7e6a3022e51cb2e8bddf",
            negative: "Authorization: Bearer fh" + "b-6694d3540c9320819176...",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nAuthorization: Bearer fhb-8eecb83e3eaade=\n=30af833b8b722a23a63"),
        CatalogueRule.Of(
            "rootly_api_token", "Rootly API token", Severity.High, "https://docs.rootly.com/api-reference/overview",
            "rootly_<hex:64>",
            positive: "const rootlyApiToken = 'rootly_" + "dee3ec0621ac61e24c323312bd4a5fb1c6ef305755d47c9dfca0e6812a536b2c';",
            negative: "const rootlyApiToken = 'rootly_xxxx';",
            evasion: "const rootlyApiToken = 'rootly_c07557ef82b8bab064fe2\u0441f0f7cbff58062e2537d6c533969bc89161e2dfe1fd';"),
        CatalogueRule.Of(
            "k6_cloud_token", "Grafana Cloud k6 API token", Severity.High, "https://grafana.com/docs/grafana-cloud/testing/k6/author-run/tokens-and-cli-authentication/",
            "<name:k6 cloud+token><hex:64>",
            positive: "k6-cloud-token: " + "5a26ded331c7f092bfda4f92261d4ea104eef39ba0f1a2d10fa4b019b553d7c8",
            negative: "k6_cloud_request_id = \"27df21f5744f58b9f08d0" + "2ad435c320aa27e2aefed3dad686b1c683ff28d9728\"",
            evasion: "payload: azYtY2xvdWQtdG9rZW46IDk2YzQ4OTg0OTZjMjRiNTEwOGY4NWI4NTI3ODU3MmZkNGI4NDNmOTEwMGI5YWFhYmI3NzAyZjY3Mjk1NTcyYmY="),
        CatalogueRule.Of(
            "browserstack_access_key", "BrowserStack access key", Severity.High, "https://www.browserstack.com/docs/automate/api-reference/selenium/introduction",
            "<name:browserstack+key><alnum:20>",
            positive: "export BROWSERSTACK_KEY=\"" + "1cq4l2ri3L20yeZRyxM5\"",
            negative: "BROWSERSTACK_KEY=your" + "-browserstack-key-here",
            evasion: "export BROWSERSTACK_KEY=\"xRrK8dhkA\u200bTlfUf7zz7vk\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "saucelabs_access_key", "Sauce Labs access key", Severity.High, "https://docs.saucelabs.com/basics/acct-team-mgmt/managing-user-info/",
            "<name:sauce+key><uuid>",
            positive: "SAUCE_KEY=" + "ba350ac9-8b86-4dfa-a6e6-9dd98b4bc307",
            negative: "\"sauce_key\": \"7303cdb5-7c4e" + "-4a8f-8856-371afc2cc0a60a1b\"",
            evasion: "SAUCE_KEY=04fd361c-a325-42c%66-8400-64%32fc205ad2c") with { Keywords = ["sauce"] },
        CatalogueRule.Of(
            "lambdatest_access_key", "LambdaTest access key", Severity.High, "https://www.lambdatest.com/support/docs/using-environment-variables-for-authentication-credentials/",
            "<name:lambdatest+key><alnum:50>",
            positive: "\"lambdatestKey\": \"" + "uDBrM2IzmrZI6DDixcaXe7Vua08LrbC9WcwIrUQ4bwTHaVxbaX\"",
            negative: "lambdatest_key = os.environ[\"LAMBDATEST_KEY\"]",
            evasion: "\"lambdatestKey\": \"z1jl5LshlRL8naV5rzBJIKa23\" + \"jlFoubLBEEBDnEx7XymNnMMK1\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "percy_token", "Percy project token", Severity.High, "https://www.browserstack.com/docs/percy/get-started/percy-token",
            "<name:percy+token><web_|app_|auto_|ss_|><hex:64>",
            positive: "percy_token = '" + "app_a1610bf30d59f27118a59ad4929c0236a20f8fba5575903eaa0532b50dc063e4'",
            negative: "percy_request_id = \"app_01fd833a39f91062294f" + "477d23b5944e4a51eba228e6148c3f5b12f22579a805\"",
            evasion: "dump 70657263795f746f6b656e203d20276175746f5f32393166393863336330393239626462356563313538383066323832373039313334393665623533"
                + "31646138303365623064346566613636623538373739623827") with { Keywords = ["percy"] },
        CatalogueRule.Of(
            "cypress_record_key", "Cypress Cloud record key", Severity.High, "https://docs.cypress.io/cloud/account-management/projects#Record-keys",
            "<name:cypress+record key><uuid>",
            positive: "const cypressRecordKey = '" + "43075997-bba4-4987-90b0-0e0d3709e990';",
            negative: "cypress_request_id = \"6b92d09" + "9-1519-4c79-ba52-9882700c05b2\"",
            evasion: "const cypressRecordKey = '833e5077-5038-402\\u0032-b8bb-42\\u0031e451ae058';"),
        CatalogueRule.Of(
            "chromatic_project_token", "Chromatic project token", Severity.High, "https://www.chromatic.com/docs/setup/",
            "chpt_<loweralnum:12-16>",
            positive: "chromatic_project_token: chpt_" + "ir1ctjole8ugdl",
            negative: "tokens begin with chpt_ and are issued once",
            evasion: "chromatic_project_token: chpt_m50\uff4eoy\uff160t381"),
    ];
}
