using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Keys of hosting, deployment and monitoring services.</summary>
internal static class RulesInfrastructure
{
    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        new()
        {
            Name = "heroku_api_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Heroku API key: a UUID assigned to a name that says so, or the newer form with a prefix.",
            Source = "https://devcenter.heroku.com/articles/authentication",
            Pattern = "(?i)(?:heroku[a-z0-9_ .-]{0,16}?(?:key|token|secret)" + Shape.Assign
                + @"(?:HRKU-)?|\bHRKU-)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|AA[A-Za-z0-9_-]{58})\b",
            SecretGroup = 1,
            Keywords = ["heroku", "HRKU-"],
            WindowBytes = 160,
            Tags = ["infrastructure", "heroku"],
            Positives =
            [
                $"heroku_api_key = \"{Sample.Uuid()}\"",
                $"HEROKU_API_KEY={Sample.Uuid(2)}",
                $"\"herokuToken\": \"{Sample.Uuid(3)}\"",
                "HRKU-" + "AA" + Sample.Of(58),
            ],
            Negatives = [$"heroku_app_id = \"{Sample.Uuid()}\"", Sample.Uuid(), "heroku_api_key = \"changeme\"", "HRKU-" + Sample.Of(20)],
        },
        new()
        {
            Name = "datadog_api_key",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "Datadog API key (32 hex digits) or application key (40) assigned to a name that says so.",
            Source = "https://docs.datadoghq.com/account_management/api-app-keys/",
            Pattern = "(?i)(?:datadog|dd)[_ .-]?(?:api|app|application)?[_ .-]?key" + Shape.Assign + @"([0-9a-f]{32}(?:[0-9a-f]{8})?)\b",
            SecretGroup = 1,
            Keywords = ["datadog", "dd_", "dd-", "dd.", "dd api", "dd app", "dd key", "ddapi", "ddapp", "ddkey"],
            WindowBytes = 160,
            Tags = ["infrastructure", "datadog"],
            Positives = [$"datadog_key = \"{Sample.Of(32, Sample.Hex)}\"", $"DD_API_KEY={Sample.Of(32, Sample.Hex, 2)}", $"DD-APPLICATION-KEY: {Sample.Of(40, Sample.Hex, 3)}"],
            Negatives = [$"datadog_key = \"{Sample.Of(31, Sample.Hex)}\"", $"DD_API_KEY={Sample.Of(36, Sample.Hex)}", $"datadog_trace = \"{Sample.Of(32, Sample.Hex)}\""],
        },
        new()
        {
            Name = "pagerduty_key",
            Detector = Rules.Detector,
            Severity = Severity.High,
            Description = "PagerDuty API or integration key assigned to a name that says so.",
            Source = "https://support.pagerduty.com/main/docs/api-access-keys",
            Pattern = "(?i)pagerduty[a-z0-9_ .-]{0,24}?(?:key|token)" + Shape.Assign + "([A-Za-z0-9+_-]{20,})",
            SecretGroup = 1,
            EntropyFloor = options.VendorFloor,
            Validator = "random_token",
            Keywords = ["pagerduty"],
            WindowBytes = 160,
            Tags = ["infrastructure", "pagerduty"],
            Positives = [$"pagerduty_key = \"{Sample.Of(20)}\"", $"PAGERDUTY_API_KEY=u+{Sample.Of(18, seed: 2)}", $"\"pagerduty_integration_key\": \"{Sample.Of(32, Sample.Hex, 3)}\""],
            Negatives = ["pagerduty_key = \"aaaaaaaaaaaaaaaaaaaaaaaa\"", "pagerduty_key = \"your_pagerduty_key_goes_here\"", $"pagerduty_key = \"{Sample.Of(19)}\""],
        },
    ];
}
