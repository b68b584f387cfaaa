using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of Heroku.</summary>
internal static class HerokuKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "heroku_api_key",
            Detector = Rules.Detector,
            Title = "Heroku API key",
            Severity = Severity.Critical,
            Description = "Heroku API key: a UUID assigned to a name that says so, or the newer form with a prefix.",
            Source = "https://devcenter.heroku.com/articles/authentication",
            Pattern = "(?i)(?:heroku[a-z0-9_ .-]{0,16}?(?:key|token|secret)" + Shape.Assign
                + @"(?:HRKU-)?|\bHRKU-)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|AA[A-Za-z0-9_-]{58})\b",
            Format = "HRKU-AA<base64url:57><alnum:1>",
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
            Evasions = ["payload: SEVST0tVX0FQSV9LRVk9OWI2Y2UwNDgtMTEyNy03OGIzLTYxNzItYmRiZjBhZjVkZmYx"],
        },
    ];
}
