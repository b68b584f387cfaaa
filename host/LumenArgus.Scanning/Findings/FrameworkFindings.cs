using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Findings;

/// <summary>Findings of the host about its own work. They carry no value.</summary>
public static class FrameworkFindings
{
    /// <summary>The detector name of these findings.</summary>
    public const string Detector = "proxy";

    /// <summary>Type of <see cref="Unscanned"/>.</summary>
    public const string UnscannedType = "unscanned";

    /// <summary>Type of <see cref="ScanError"/>.</summary>
    public const string ScanErrorType = "scan_error";

    /// <summary>What would block is in the history of a conversation, and cannot be left out of it.</summary>
    public const string HistoryKeptType = "history_kept";

    /// <summary>Something was not looked at.</summary>
    /// <param name="bytes">How many bytes.</param>
    /// <param name="why">Why, without text of the body.</param>
    /// <returns>The finding.</returns>
    public static Finding Unscanned(long bytes, string why) => Create(UnscannedType, $"{bytes} byte(s) were not scanned: {why}");

    /// <summary>Something went wrong while scanning.</summary>
    /// <param name="subject">What failed: a detector, a rule, a plugin.</param>
    /// <param name="why">Why, without text of the body.</param>
    /// <returns>The finding.</returns>
    public static Finding ScanError(string subject, string why) => Create(ScanErrorType, $"{subject}: {why}");

    private static Finding Create(string type, string detail) => new()
    {
        Detector = Detector,
        Type = type,
        Severity = Severity.Warning,
        Location = "body",
        Origin = FindingOrigin.Framework,
        Detail = detail,
    };
}
