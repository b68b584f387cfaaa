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
    public static SessionContext Of(SessionContext session, ImmutableArray<Finding> findings) =>
        findings.IsEmpty ? session : Of(session, label => Of(label, findings));

    /// <summary>A context with something else in the place of each label.</summary>
    public static SessionContext Of(SessionContext session, Func<string?, string?> mask) => session with
    {
        AccountId = mask(session.AccountId),
        SessionId = mask(session.SessionId),
        DeviceId = mask(session.DeviceId),
        WorkingDirectory = mask(session.WorkingDirectory),
        GitBranch = mask(session.GitBranch),
        OsPlatform = mask(session.OsPlatform),
        Hostname = mask(session.Hostname),
        Username = mask(session.Username),
        ClientName = mask(session.ClientName),
        ClientVersion = mask(session.ClientVersion),
        ClientType = mask(session.ClientType),
        RawUserAgent = mask(session.RawUserAgent),
        SdkName = mask(session.SdkName),
        SdkVersion = mask(session.SdkVersion),
        Runtime = mask(session.Runtime),
        OriginalHost = mask(session.OriginalHost),
        AgentId = mask(session.AgentId),
        NamespaceId = mask(session.NamespaceId),
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
