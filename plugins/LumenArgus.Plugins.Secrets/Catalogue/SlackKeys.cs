using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens, secrets and webhook addresses of Slack.</summary>
internal static class SlackKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "slack_token",
            Detector = Rules.Detector,
            Title = "Slack token",
            Severity = Severity.Critical,
            Description = "Slack token: bot, user, app, configuration, refresh, legacy or browser session.",
            Source = "https://docs.slack.dev/authentication/tokens",
            Pattern = @"\b(?:xox[abcdeoprs]-|xapp-)[A-Za-z0-9-]{10,}",
            Format = "xox<b|p|a|r|s>-<digit:10-13>-<digit:10-13>-<alnum:24>",
            Validator = SlackTokenValidator.RuleName,
            Keywords = ["xox", "xapp-"],
            Tags = ["token", "slack"],
            Positives =
            [
                $"{"xoxb"}-{Sample.Number(12)}-{Sample.Number(13, 2)}-{Sample.Of(24)}",
                $"token={"xoxp"}-{Sample.Number(12, 3)}-{Sample.Number(12, 4)}-{Sample.Number(12, 5)}-{Sample.Of(32, Sample.Hex)}",
                $"{"xapp"}-1-A{Sample.Of(10, Sample.Upper)}-{Sample.Number(13, 6)}-{Sample.Of(64, Sample.Hex)}",
                $"xoxe.{"xoxp"}-1-{Sample.Of(160)}",
            ],
            Negatives = ["xoxb-" + Sample.Of(9), "xoxz-" + Sample.Of(40), "foxoxb-" + Sample.Of(40)],
            Evasions = ["SLACK_BOT_TOKEN=xo\u200bxb-" + $"{Sample.Number(12, 7)}-{Sample.Number(13, 8)}-{Sample.Of(24, seed: 9)}"],
        },
        new()
        {
            Name = "slack_webhook",
            Detector = Rules.Detector,
            Title = "Slack incoming webhook address",
            Severity = Severity.High,
            Description = "Slack incoming webhook address.",
            Source = "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
            Pattern = "hooks.slack(?:-gov)?.com/services/T[A-Za-z0-9]{6,16}/B[A-Za-z0-9]{6,16}/[A-Za-z0-9]{16,}".Replace(".", @"\.", StringComparison.Ordinal),
            Format = "https://hooks.slack<-gov|>.com/services/T<upperalnum:8-11>/B<upperalnum:8-11>/<alnum:24>",
            Keywords = ["hooks.slack"],
            Tags = ["webhook", "slack"],
            Positives =
            [
                $"https://hooks.slack.com/services/T{Sample.Of(8, Sample.Upper)}/B{Sample.Of(10, Sample.Upper)}/{Sample.Of(24)}",
                $"curl -X POST https://hooks.slack.com/services/T{Sample.Of(10, Sample.Upper)}/B{Sample.Of(8, Sample.Upper)}/{Sample.Of(24, seed: 2)} -d x",
                $"\"https://hooks.slack-gov.com/services/T{Sample.Of(8, Sample.Upper)}/B{Sample.Of(8, Sample.Upper)}/{Sample.Of(24, seed: 3)}\"",
            ],
            Negatives =
            [
                "https://hooks.slack.com/services/",
                "https://hooks.slack.com/services/T/B/x",
                $"https://hooksxslack.com/services/T{Sample.Of(8, Sample.Upper)}/B{Sample.Of(8, Sample.Upper)}/{Sample.Of(24)}",
            ],
            Evasions = [$"https%3A%2F%2Fhooks.slack.com%2Fservices%2FT{Sample.Of(9, Sample.Upper, 4)}%2FB{Sample.Of(9, Sample.Upper, 5)}%2F{Sample.Of(24, seed: 6)}"],
        },
        CatalogueRule.Of(
            "slack_trigger_webhook", "Slack workflow trigger address", Severity.High, "https://slack.com/help/articles/360041352714",
            "https://hooks.slack.com/triggers/<[TE]:1><upperalnum:8-11>/<digit:10-18>/<hex:32>",
            positive: "curl -X POST \"https://hooks.slack.com/triggers/" + "THHTJJU9CL/992573264594148/0e71d4bfaae7723c724cdb981852a115\"",
            negative: "xhttps://hooks.slack.com/triggers/TET9TS8CA/654" + "607756625096614/aa4e5cda3df65b53fd8892a43fea58d2",
            evasion: "payload: Y3VybCAtWCBQT1NUICJodHRwczovL2hvb2tzLnNsYWNrLmNvbS90cmlnZ2Vycy9UME40MkgzMFQ1LzA1MDcwMDMwODQzMjkzNy8wNjg1MWJkZDIzOTcw"
                + "N2IxN2E1NjQzYjdmYjcxMGZkZiI="),
        CatalogueRule.Of(
            "slack_workflow_webhook", "Slack workflow webhook address", Severity.High, "https://docs.slack.dev/workflows/",
            "https://hooks.slack.com/workflows/T<upperalnum:8-11>/A<upperalnum:8-11>/<digit:17-19>/<alnum:24>",
            positive: "\"url\": \"https://hooks.slack.com/workflows/T" + "C0KHDRGU/AEGCRZ1G50J/148974682237794379/IMmEpkNYsJuDM5HMcOBFre8r\"",
            negative: "https://hooks.slack.com/workflows/T<your token>",
            evasion: "\"url\": \"https://hooks.slack.com/workflows/TY560OLD1BV2/ADU\u200b4SIYCXPE9/23592602946496800/sc9Wd3gkHZFuvZVzemE9f0gF\""),
        CatalogueRule.Of(
            "slack_signing_secret", "Slack signing secret of an app", Severity.High, "https://docs.slack.dev/authentication/verifying-requests-from-slack",
            "<name:slack+signing secret><hex:32>",
            positive: "slack_signing_secret = '" + "e4e796abe314e4ebec78bfde3c78eeef'",
            negative: "\"slack_signing_secret\": \"b27953" + "73bb3ce296b832292910e70c560a1b\"",
            evasion: "slack_signing_secret%20=%20%2789d5b70f85aa380%31673c2d%35c95a0412d%27"),
        CatalogueRule.Of(
            "slack_client_secret", "Slack client secret of an app", Severity.High, "https://docs.slack.dev/authentication/installing-with-oauth",
            "<name:slack+client secret><hex:32>",
            positive: "const slackClientSecret = '" + "04e2bf53088fc7a2411f29e9f606acd7';",
            negative: "slack_client_secret = os.en" + "viron[\"SLACK_CLIENT_SECRET\"]",
            evasion: "const slackClientSecret = '69b8c8fbc5e5a876' + '3a4304c4fc80ecc6';"),
        CatalogueRule.Of(
            "slack_verification_token", "Slack verification token (deprecated)", Severity.High, "https://docs.slack.dev/reference/interaction-payloads",
            "<name:slack+verification token><alnum:24>",
            positive: "slack-verification-token: " + "HHaLtnurbkoI9Jjg1RQRqecK",
            negative: "slack_request_id = \"H0" + "HJ42ntHQIxRcpAPwXNmD6F\"",
            evasion: "dump 736c61636b2d766572696669636174696f6e2d746f6b656e3a20616759667664754466634537466b506f7145575073444d78"),
    ];
}
