using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Keys of mail and telephony services.</summary>
internal static class RulesCommunication
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "twilio_api_key",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "Twilio API key identifier.",
            Source = "https://www.twilio.com/docs/iam/api-keys",
            Pattern = Shape.Start + @"(SK[0-9a-fA-F]{32})\b",
            SecretGroup = 1,
            Keywords = ["SK"],
            Tags = ["communication", "twilio"],
            Positives = ["SK" + Sample.Of(32, Sample.Hex), "sid=" + "SK" + Sample.Of(32, Sample.Hex, 2) + "&", "\"" + "SK" + Sample.Of(32, Sample.Hex, 3) + "\""],
            Negatives = ["SK" + Sample.Of(31, Sample.Hex), "SK" + Sample.Of(33, Sample.Hex), "TASK" + Sample.Of(32, Sample.Hex), "sk" + Sample.Of(32, Sample.Hex)],
        },
        new()
        {
            Name = "sendgrid_api_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "SendGrid API key: identifier and secret.",
            Source = "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
            Pattern = Shape.Start + @"(SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{22,})",
            SecretGroup = 1,
            Keywords = ["SG."],
            Tags = ["communication", "sendgrid"],
            Positives = [$"{"SG"}.{Sample.Of(22)}.{Sample.Of(43)}", $"key: {"SG"}.{Sample.Of(22, seed: 2)}.{Sample.Of(43, seed: 3)}", $"'{"SG"}.{Sample.Of(22, seed: 4)}.{Sample.Of(43, seed: 5)}'"],
            Negatives = [$"SG.{Sample.Of(22)}", $"MSG.{Sample.Of(22)}.{Sample.Of(43)}", $"SG.{Sample.Of(10)}.{Sample.Of(43)}"],
        },
        new()
        {
            Name = "mailgun_api_key",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "Mailgun API key.",
            Source = "https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/api-keys",
            Pattern = Shape.Start + @"(key-[0-9A-Za-z]{32})\b",
            SecretGroup = 1,
            Keywords = ["key-"],
            Tags = ["communication", "mailgun"],
            Positives = ["key-" + Sample.Of(32, Sample.Hex), "api:" + "key-" + Sample.Of(32, Sample.Lower, 2), "\"" + "key-" + Sample.Of(32, Sample.Lower, 3) + "\""],
            Negatives = ["key-" + Sample.Of(31, Sample.Hex), "key-" + Sample.Of(33, Sample.Hex), "monkey-" + Sample.Of(32, Sample.Hex)],
        },
    ];
}
