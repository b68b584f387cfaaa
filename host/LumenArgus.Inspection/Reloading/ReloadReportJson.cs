using System.Text.Json;

namespace LumenArgus.Inspection.Reloading;

/// <summary>A report as one line of JSON: what the control socket, <c>reload --format json</c> and log collectors get.</summary>
public static class ReloadReportJson
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>One line without its end.</returns>
    public static string Write(ReloadReport report) => JsonSerializer.Serialize(report, ReloadReportContext.Default.ReloadReport);

    /// <summary>Reads a report.</summary>
    /// <param name="line">What <see cref="Write"/> made.</param>
    /// <returns>The report; null if it is none.</returns>
    public static ReloadReport? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ReloadReportContext.Default.ReloadReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
