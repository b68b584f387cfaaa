using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Keys of cloud providers.</summary>
internal static class RulesCloud
{
    private const string IamIdentifiers = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html";

    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "aws_access_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "AWS access key identifier, long-term (AKIA) or temporary (ASIA).",
            Source = IamIdentifiers,
            Pattern = Shape.Start + @"(A[KS]IA[0-9A-Z]{16})\b",
            SecretGroup = 1,
            Keywords = ["AKIA", "ASIA"],
            Tags = ["cloud", "aws"],
            Positives = ["AKIA" + Sample.Of(16, Sample.Upper), $"id={"AKIA"}{Sample.Of(16, Sample.Upper, 2)};", @"a\n" + "ASIA" + Sample.Of(16, Sample.Upper, 3)],
            Negatives = ["AKIA" + Sample.Of(17, Sample.Upper), "xAKIA" + Sample.Of(16, Sample.Upper), "AKIA" + Sample.Of(15, Sample.Upper), "Akia" + Sample.Of(16, Sample.Upper)],
        },
        new()
        {
            Name = "aws_secret_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "AWS secret access key: 40 characters assigned to a name that says so.",
            Source = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
            Pattern = @"(?i)(?:aws[_.-]?secret|secret[_.-]?access)[_.-]?(?:access[_.-]?)?key(?:[ \t]{1,4}|" + Shape.Assign + @")([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$)",
            SecretGroup = 1,
            Keywords = ["secret"],
            WindowBytes = 160,
            Tags = ["cloud", "aws"],
            Positives =
            [
                $"aws_secret_key = \"{Sample.Of(40)}\"",
                $"AWS_SECRET_ACCESS_KEY={Sample.Of(40, seed: 2)}",
                $"\"SecretAccessKey\": \"{Sample.Of(39, seed: 3)}/\",",
                $"secretAccessKey: '{Sample.Of(40, seed: 4)}'",
                $"{{\\\"aws_secret_access_key\\\": \\\"{Sample.Of(40, seed: 5)}\\\"}}",
                $"aws configure set aws_secret_access_key {Sample.Of(40, seed: 6)}",
            ],
            Negatives =
            [
                $"aws_secret_key = \"{Sample.Of(39)}\"",
                $"aws_secret_key = \"{Sample.Of(41)}\"",
                $"aws_secret_key_rotation = \"{Sample.Of(40)}\"",
                "aws_secret_access_key = os.environ",
            ],
        },
        new()
        {
            Name = "google_api_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Google API key.",
            Source = "https://cloud.google.com/docs/authentication/api-keys",
            Pattern = @"(AIza[0-9A-Za-z_-]{35})(?:[^0-9A-Za-z_-]|$)",
            SecretGroup = 1,
            Keywords = ["AIza"],
            Tags = ["cloud", "google"],
            Positives = ["AIza" + Sample.Of(35), $"?key={"AIza"}{Sample.Of(34, seed: 2)}-&q=1", $"\"{"AIza"}{Sample.Of(35, seed: 3)}\""],
            Negatives = ["AIza" + Sample.Of(34), "AIza" + Sample.Of(36), "aiza" + Sample.Of(35)],
        },
        new()
        {
            Name = "gcp_service_account",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Key file of a Google Cloud service account.",
            Source = "https://cloud.google.com/iam/docs/keys-create-delete",
            Pattern = """["']type\\{0,3}["'][ \t]{0,8}:[ \t]{0,8}\\{0,3}["']service_account\\{0,3}["']""",
            Keywords = ["service_account"],
            WindowBytes = 96,
            Tags = ["cloud", "google"],
            Positives = ["{\"type\": \"service_account\",", "{'type':'service_account'}", "{\\\"type\\\": \\\"service_account\\\"}"],
            Negatives = ["\"type\": \"authorized_user\"", "type: service_account", "\"name\": \"service_account\""],
        },
        new()
        {
            Name = "azure_subscription_key",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "Key of an Azure AI or API Management subscription: 32 hex digits assigned to a name that says so.",
            Source = "https://learn.microsoft.com/azure/ai-services/authentication",
            Pattern = "(?i)(?:azure|subscription)[a-z0-9_ .-]{0,24}?key" + Shape.Assign + @"([0-9a-f]{32})\b",
            SecretGroup = 1,
            Keywords = ["azure", "subscription"],
            WindowBytes = 160,
            Tags = ["cloud", "azure"],
            Positives =
            [
                $"azure_key = \"{Sample.Of(32, Sample.Hex)}\"",
                $"Ocp-Apim-Subscription-Key: {Sample.Of(32, Sample.Hex, 2)}",
                $"AZURE_OPENAI_API_KEY={Sample.Of(32, Sample.Hex, 3)}",
            ],
            Negatives = [$"azure_key = \"{Sample.Of(31, Sample.Hex)}\"", $"azure_key = \"{Sample.Of(33, Sample.Hex)}\"", $"azure_tenant = \"{Sample.Of(32, Sample.Hex)}\""],
        },
    ];
}
