using LumenArgus.Abstractions.Model;
using LumenArgus.Storage.Audit;

namespace LumenArgus.Tests.Storage;

/// <summary>Made-up audit entries, and files of them.</summary>
internal static class AuditEntries
{
    public static DateTimeOffset Time { get; } = new(2026, 3, 16, 14, 30, 0, TimeSpan.Zero);

    public static AuditEntry Of(long id, params Finding[] findings) => new()
    {
        Timestamp = Time.AddMinutes(id),
        RequestId = id,
        ExchangeId = Guid.Parse("01900000-0000-7000-8000-000000000000"),
        Provider = "anthropic",
        Model = "claude-x",
        Endpoint = "/v1/messages",
        Action = findings.Length == 0 ? "pass" : "alert",
        Passed = true,
        Findings = [.. findings],
        Session = new SessionContext { SessionId = "s-1", AccountId = "a-1", ClientName = "claude_code", SourceIp = "192.0.2.1" },
    };

    public static Finding Secret(string location = "messages[4].content") => new()
    {
        Detector = "secrets",
        Type = "aws_access_key",
        Severity = Severity.Critical,
        Location = location,
        Value = new MatchedText("value"),
        ValuePreview = "AKIA****",
        Action = PolicyAction.Alert,
    };

    /// <summary>Writes entries, each on its own, so that files rotate where they are to.</summary>
    public static async Task WriteAsync(string folder, TimeProvider clock, AuditFileOptions options, IEnumerable<AuditEntry> entries)
    {
        await using var log = new AuditLog(folder, clock, options: options);
        foreach (var entry in entries)
        {
            (await log.AppendAsync(entry, durable: true)).Written.ShouldBeTrue();
        }
    }
}
