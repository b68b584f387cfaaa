using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Notifications;

/// <summary>The message by which somebody tries a channel.</summary>
internal static class TestMessage
{
    public static Notification Of(DateTimeOffset now) => new()
    {
        Findings =
        [
            new StoredFinding
            {
                Id = 0,
                Timestamp = now,
                Detector = "test",
                Type = "test_notification",
                Severity = "info",
                Action = "log",
                Location = "nowhere",
                ValuePreview = "****",
                Provider = "lumen-argus",
            },
        ],
        Count = 1,
        Provider = "lumen-argus",
        Timestamp = now,
        IsTest = true,
    };
}
