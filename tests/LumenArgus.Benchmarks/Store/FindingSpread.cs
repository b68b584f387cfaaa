using System.Globalization;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Benchmarks.Store;

/// <summary>
/// Findings as a team's machines leave them over a year: conversations of one project, tool and account each, fourteen of them open at a time, few types that
/// are frequent and many that are rare. Always the same for the same seed.
/// </summary>
internal sealed class FindingSpread(int rows, DateTimeOffset end)
{
    public const int Types = 60;
    private const int Days = 365;
    private const int Sessions = 5_000;
    private const int OpenSessions = 14;
    private const int Projects = 40;

    private static readonly (string Client, string Provider, string[] Models, string Account)[] Tools =
    [
        ("claude_code", "anthropic", ["claude-a", "claude-b"], "account-1"),
        ("codex_cli", "openai", ["gpt-a", "gpt-b"], "account-2"),
        ("gemini_cli", "gemini", ["gemini-a"], "account-3"),
    ];

    private static readonly string[] Severities = ["critical", "high", "warning", "info"];
    private static readonly string[] Detectors = ["secrets", "pii", "proprietary", "injection"];

    private readonly Random _random = new(1);

    public FindingRow Row(long number)
    {
        var time = end.AddDays(-Days).AddMilliseconds(number * (Days * 86_400_000.0 / rows));
        return Row(number, time, (int)(number * Sessions / rows));
    }

    /// <summary>A finding of this moment.</summary>
    public FindingRow Newest(long number) => Row(number, TimeProvider.System.GetUtcNow(), Sessions);

    public static string SessionName(int session) => string.Create(CultureInfo.InvariantCulture, $"{session:x8}-2b1d-4c7e-9a53-0f6e8d7c4b2a");

    public static string ProjectName(int project) => string.Create(CultureInfo.InvariantCulture, $"/home/dev/projects/project-{project:00}");

    private FindingRow Row(long number, DateTimeOffset time, int newestSession)
    {
        var session = Math.Max(0, newestSession - _random.Next(OpenSessions));
        var project = Skewed(Projects, session * 7919);
        var tool = Tools[project % 8 < 5 ? 0 : project % 8 < 7 ? 1 : 2];
        var type = (Skewed(Types, _random.Next()) + project) % Types;
        var severity = Severities[type % 7 < 2 ? 0 : type % 7 < 4 ? 1 : type % 7 < 6 ? 2 : 3];
        Span<byte> value = stackalloc byte[32];
        _random.NextBytes(value);
        var valueHash = Convert.ToHexStringLower(value);
        var at = StoreTime.Format(time);
        return new FindingRow
        {
            Timestamp = at,
            FirstSeen = at,
            ExchangeId = Guid.CreateVersion7(time).ToString(),
            Detector = Detectors[type % Detectors.Length],
            FindingType = string.Create(CultureInfo.InvariantCulture, $"type_{type:00}"),
            Severity = severity,
            ActionTaken = severity == "critical" && number % 10 != 0 ? "block" : severity == "info" ? "log" : "alert",
            Provider = tool.Provider,
            Model = tool.Models[session % tool.Models.Length],
            Location = "messages[12].content[0].text",
            ValuePreview = "AKIA****",
            AccountId = tool.Account,
            SessionId = SessionName(session),
            DeviceId = "device-1",
            SourceIp = "127.0.0.1",
            WorkingDirectory = ProjectName(project),
            GitBranch = "main",
            OsPlatform = "linux",
            ClientName = tool.Client,
            ClientVersion = "2.1.0",
            ApiKeyHash = "0123456789abcdef",
            ContentHash = valueHash[..16],
            ValueHash = valueHash,
        };
    }

    /// <summary>A number below a limit; the small ones often, like the words of a text.</summary>
    private static int Skewed(int limit, int seed)
    {
        var unit = (uint)(seed * 2_654_435_761) / (double)uint.MaxValue;
        return Math.Min(limit - 1, (int)(Math.Pow(limit + 1, unit) - 1));
    }
}
