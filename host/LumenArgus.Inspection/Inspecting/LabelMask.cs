using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// Masks found values in the names that are recorded of an exchange. Model, account, session and device come out of the body, so a key pasted
/// there, or an address used as an account name, is a finding and a label at once.
/// </summary>
internal static class LabelMask
{
    // Labels are cut at a length, so the start of a value is enough; anything shorter says nothing.
    private const int MinLength = 4;
    private const int TellingLength = 8;

    /// <summary>Masks a context.</summary>
    public static SessionContext Of(SessionContext session, ImmutableArray<Finding> findings) => findings.IsEmpty ? session : session with
    {
        AccountId = Of(session.AccountId, findings),
        SessionId = Of(session.SessionId, findings),
        DeviceId = Of(session.DeviceId, findings),
        WorkingDirectory = Of(session.WorkingDirectory, findings),
        GitBranch = Of(session.GitBranch, findings),
        OsPlatform = Of(session.OsPlatform, findings),
        Hostname = Of(session.Hostname, findings),
        Username = Of(session.Username, findings),
        ClientName = Of(session.ClientName, findings),
        ClientVersion = Of(session.ClientVersion, findings),
        ClientType = Of(session.ClientType, findings),
        RawUserAgent = Of(session.RawUserAgent, findings),
        SdkName = Of(session.SdkName, findings),
        SdkVersion = Of(session.SdkVersion, findings),
        Runtime = Of(session.Runtime, findings),
        OriginalHost = Of(session.OriginalHost, findings),
        AgentId = Of(session.AgentId, findings),
        NamespaceId = Of(session.NamespaceId, findings),
    };

    /// <summary>Masks one label.</summary>
    public static string? Of(string? label, ImmutableArray<Finding> findings)
    {
        if (string.IsNullOrEmpty(label))
        {
            return label;
        }

        foreach (var finding in findings)
        {
            label = Mask(label, finding);
        }

        return label;
    }

    private static string Mask(string label, Finding finding)
    {
        var value = finding.Value.Reveal();
        if (value.Length < MinLength)
        {
            return label;
        }

        var start = value[..Math.Min(value.Length, TellingLength)];
        for (var from = 0; label.AsSpan(from).IndexOf(start, StringComparison.OrdinalIgnoreCase) is >= 0 and var found;)
        {
            from += found;
            var end = Math.Min(label.Length, from + value.Length);
            label = string.Concat(label.AsSpan(0, from), finding.ValuePreview, label.AsSpan(end));
            from += finding.ValuePreview.Length;
        }

        return label;
    }
}
