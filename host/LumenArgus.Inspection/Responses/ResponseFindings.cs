using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Inspection.Responses;

/// <summary>Findings of responses: all their places begin with <c>response</c>.</summary>
internal static class ResponseFindings
{
    private const string Place = "response";

    /// <summary>A finding with its place in the response. The body it was found in is not the one on the wire, so it has no span.</summary>
    public static Finding At(Finding finding) => finding with { Location = LocationOf(finding.Location), Span = null };

    /// <summary>The same of a message of the Model Context Protocol; what every answer has in common is left out of the place.</summary>
    public static Finding InMcp(Finding finding)
    {
        const string Result = "result.";
        var path = finding.Location;
        var found = At(path.StartsWith(Result, StringComparison.Ordinal) ? finding with { Location = path[Result.Length..] } : finding);
        return found with { Location = "mcp." + found.Location };
    }

    /// <summary>A finding of a response that is with the caller already: there is nothing left to do but to tell.</summary>
    public static Finding Told(Finding finding) => finding.Action >= PolicyAction.Redact ? finding with { Action = PolicyAction.Alert } : finding;

    public static Finding Unscanned(FailMode mode, long bytes, string why) =>
        FailureFindings.Create(mode, FrameworkFindings.UnscannedType, Severity.Warning, Place, $"{bytes} bytes of the response {why}");

    public static Finding Failed(FailMode mode, string location, string detail) =>
        FailureFindings.Create(mode, FrameworkFindings.ScanErrorType, Severity.High, location, detail);

    private static string LocationOf(string location) =>
        location.Length == 0 || location == "body" ? Place
        : location == Place || location.StartsWith(Place + ".", StringComparison.Ordinal) ? location
        : location[0] is '[' or '#' ? Place + location
        : $"{Place}.{location}";
}
