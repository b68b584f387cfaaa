using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Keys of AI providers.</summary>
internal static class RulesAi
{
    public static ImmutableArray<DetectionRule> All(Options options) =>
    [
        new()
        {
            Name = "anthropic_api_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Anthropic API or administration key.",
            Source = "https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key",
            Pattern = "sk-ant-[A-Za-z0-9_-]{20,}",
            Keywords = ["sk-ant-"],
            Tags = ["ai"],
            Positives = ["sk-ant-" + "api03-" + Sample.Of(93) + "AA", "key: " + "sk-ant-" + "admin01-" + Sample.Of(40, seed: 2), @"\n" + "sk-ant-" + Sample.Of(20, seed: 3)],
            Negatives = ["sk-ant-" + Sample.Of(19), "SK-ANT-" + Sample.Of(40), "sk-ant " + Sample.Of(40)],
        },
        new()
        {
            Name = "openai_api_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "OpenAI key of a user, project, service account or administrator.",
            Source = "https://platform.openai.com/docs/api-reference/authentication",
            Pattern = Shape.Start + "(sk-(?:(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{20,}))",
            SecretGroup = 1,
            EntropyFloor = options.VendorFloor,
            Keywords = ["sk-"],
            Tags = ["ai"],
            Positives =
            [
                "sk-" + Sample.Of(48),
                "OPENAI_API_KEY=" + "sk-proj-" + Sample.Of(74, seed: 2) + "T3Blbk_" + Sample.Of(73, seed: 3),
                "'" + "sk-svcacct-" + Sample.Of(60, seed: 4) + "'",
                "sk-admin-" + Sample.Of(60, seed: 5),
            ],
            Negatives =
            [
                "sk-ant-" + "api03-" + Sample.Of(93),
                "sk-" + Sample.Of(19),
                "task-" + Sample.Of(48),
                "sk-" + new string('a', 48),
                "sk-fading-circle-container-with-twelve-dots",
            ],
        },
    ];
}
