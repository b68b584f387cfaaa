using LumenArgus.Abstractions.Model;

namespace LumenArgus.Benchmarks.Code;

/// <summary>Rules of issuers that do not exist, in the shapes that real ones publish: a prefix with an underscore, a hyphen or a dot, or a name with an assignment.</summary>
internal static class MadeUpRules
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] Formats =
    [
        "{0}_<alnum:32>", "{0}_live_<alnum:24-40>", "{0}-<hex:40>", "{0}.v1.<base64url:43>", "{0}pat_<base64url:20+>", "<name:{0}+key|token|secret><hex:32>", "<name:{0}+api key><alnum:40>",
    ];

    public static IEnumerable<DetectionRule> Create(int count)
    {
        var random = new Random(20);
        for (var i = 0; i < count; i++)
        {
            var issuer = Letters[random.Next(26)] + new string(random.GetItems<char>(Letters, random.Next(3, 7)));
            yield return new DetectionRule
            {
                Name = $"made_up_{i}",
                Detector = "secrets",
                Severity = Severity.High,
                Format = string.Format(null, Formats[i % Formats.Length], issuer),
            };
        }
    }
}
