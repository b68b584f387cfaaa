using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Session tokens and addresses that are a credential by themselves.</summary>
internal static class RulesSessions
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "jwt_token",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "JSON Web Token: header, payload and signature.",
            Source = "https://www.rfc-editor.org/rfc/rfc7519",
            // "eyJ" is {" in base64url, the start of both JSON objects.
            Pattern = Shape.Start + @"(eyJ[A-Za-z0-9_-]{10,1024}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{8,})",
            SecretGroup = 1,
            Keywords = [".eyJ"],
            WindowBytes = 8192,
            Tags = ["token"],
            Positives = [Jwt(20, 60, 43), "Authorization: Bearer " + Jwt(30, 300, 86) + "\n", $"\"id_token\":\"{Jwt(60, 700, 342)}\""],
            Negatives = ["eyJ" + Sample.Of(20) + ".eyJ" + Sample.Of(40), "eyJ" + Sample.Of(200), "eyJ" + Sample.Of(20) + "." + Sample.Of(30) + "." + Sample.Of(43)],
        },
        new()
        {
            Name = "slack_token",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Slack token: bot, user, app, configuration, refresh, legacy or browser session.",
            Source = "https://docs.slack.dev/authentication/tokens",
            Pattern = @"\b(?:xox[abcdeoprs]-|xapp-)[A-Za-z0-9-]{10,}",
            Keywords = ["xoxa-", "xoxb-", "xoxc-", "xoxd-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xapp-"],
            Tags = ["token", "slack"],
            Positives =
            [
                $"{"xoxb"}-{Sample.Number(12)}-{Sample.Number(13, 2)}-{Sample.Of(24)}",
                $"token={"xoxp"}-{Sample.Number(12, 3)}-{Sample.Number(12, 4)}-{Sample.Number(12, 5)}-{Sample.Of(32, Sample.Hex)}",
                $"{"xapp"}-1-A{Sample.Of(10, Sample.Upper)}-{Sample.Number(13, 6)}-{Sample.Of(64, Sample.Hex)}",
                $"xoxe.{"xoxp"}-1-{Sample.Of(160)}",
            ],
            Negatives = ["xoxb-" + Sample.Of(9), "xoxz-" + Sample.Of(40), "foxoxb-" + Sample.Of(40)],
        },
        new()
        {
            Name = "slack_webhook",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "Slack incoming webhook address.",
            Source = "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
            Pattern = "hooks.slack(?:-gov)?.com/services/T[A-Za-z0-9]{6,16}/B[A-Za-z0-9]{6,16}/[A-Za-z0-9]{16,}".Replace(".", @"\.", StringComparison.Ordinal),
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
        },
        new()
        {
            Name = "discord_webhook",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "Discord webhook address.",
            Source = "https://discord.com/developers/docs/resources/webhook",
            Pattern = @"discord(?:app)?\.com/api/(?:v\d{1,2}/)?webhooks/\d{6,24}/[A-Za-z0-9_-]{20,}",
            Keywords = ["discord.com/api/", "discordapp.com/api/"],
            Tags = ["webhook", "discord"],
            Positives =
            [
                $"https://discord.com/api/webhooks/{Sample.Number(18)}/{Sample.Of(68)}",
                $"https://discordapp.com/api/webhooks/{Sample.Number(19, 2)}/{Sample.Of(68, seed: 2)}",
                $"url='https://discord.com/api/v10/webhooks/{Sample.Number(18, 3)}/{Sample.Of(68, seed: 3)}'",
            ],
            Negatives = ["https://discord.com/api/webhooks/", $"https://discord.com/api/webhooks/{Sample.Number(18)}", $"https://discord.com/api/channels/{Sample.Number(18)}/{Sample.Of(68)}"],
        },
    ];

    private static string Jwt(int header, int payload, int signature) =>
        "eyJ" + Sample.Of(header) + ".eyJ" + Sample.Of(payload, seed: 2) + "." + Sample.Of(signature, seed: 3);
}
