using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;

namespace LumenArgus.Tests.Host;

/// <summary>Exchange records for output tests.</summary>
internal static class Records
{
    public const string Canary = "AKIA7CANARY7CANARY77";

    public static ExchangeRecord Exchange(PolicyAction action = PolicyAction.Pass, params Finding[] findings) => new()
    {
        RequestId = 7,
        ExchangeId = Guid.Parse("01900000-0000-7000-8000-000000000000"),
        Timestamp = new DateTimeOffset(2026, 3, 16, 14, 30, 0, TimeSpan.Zero),
        Method = "POST",
        Path = "/v1/messages",
        Provider = "anthropic",
        Model = "claude-opus-4-6",
        Passed = action != PolicyAction.Block,
        RequestBytes = 88_300,
        ResponseBytes = 1_500,
        Duration = TimeSpan.FromMilliseconds(2312),
        Scan = new ScanResult { Action = action, Findings = [.. findings], ScanDurationMs = 12.346, BytesScanned = 80_000 },
    };

    public static Finding Secret(int count = 1) => new()
    {
        Detector = "secrets",
        Type = "aws_access_key",
        Severity = Severity.Critical,
        Location = "messages[0].content",
        Value = new MatchedText(Canary),
        ValuePreview = "AKIA****",
        Action = PolicyAction.Alert,
        Count = count,
        Detail = Canary,
    };

    public static Finding Email(int count = 1) => new()
    {
        Detector = "pii",
        Type = "email",
        Severity = Severity.Warning,
        Location = "messages[1].content",
        Value = new MatchedText("jane@canary.test"),
        Count = count,
    };
}
