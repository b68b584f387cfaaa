using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Inspection.Failing;

/// <summary>
/// All that can fail on the way from a request to a decision, and what then happens to the traffic. Nothing in here ends as an error of the proxy: it is a finding whose
/// action the configuration gives. The README beside this file is the same table for people; a test compares the two.
/// </summary>
public static class FailTable
{
    /// <summary>The rows.</summary>
    public static ImmutableArray<FailEntry> Entries { get; } =
    [
        new(FailCase.Scan, "fail.scan", "the scan has a defect, or reaches a limit of decoding or of regular expressions", FrameworkFindings.ScanErrorType, Severity.Critical,
            "forwarded, what was found until then counts", "blocked"),
        new(FailCase.Plugin, "plugins.on_fault", "a detector throws, hangs, is quarantined or is not there", FrameworkFindings.ScanErrorType, Severity.Critical,
            "forwarded, the other detectors decide", "blocked (`block`), or blocked if nobody else looked (`block_if_no_other_detector`)"),
        new(FailCase.Decode, "fail.decode", "a body or a part of one is compressed in a way that cannot be undone, or unfolds beyond a limit", FrameworkFindings.UnscannedType, Severity.High,
            "forwarded, the bytes as they are and what could be decoded were looked at", "blocked"),
        new(FailCase.Oversize, "fail.oversize", "a body is larger than `proxy.max_body_size`", FrameworkFindings.UnscannedType, Severity.Warning,
            "the first bytes are looked at and decide, the rest streams through", "blocked without reading it to its end"),
        new(FailCase.Hook, "fail.hook", "an evaluate hook throws, hangs or gives no usable decision", FrameworkFindings.ScanErrorType, Severity.High,
            "the configured policy decides", "blocked"),
        new(FailCase.Audit, "fail.audit", "the audit line of a request with findings cannot be written", FrameworkFindings.ScanErrorType, Severity.Critical,
            "forwarded", "blocked"),
        new(FailCase.Store, "fail.store", "the database does not work while a request has findings", FrameworkFindings.ScanErrorType, Severity.Critical,
            "forwarded, without a finding of its own: the rows are kept and written later", "blocked"),
    ];

    /// <summary>What the configuration says about a case.</summary>
    /// <param name="failCase">The case; not <see cref="FailCase.Plugin"/>, which each plugin answers for itself.</param>
    /// <param name="config">The configuration.</param>
    /// <returns>Open or closed.</returns>
    public static FailMode ModeOf(FailCase failCase, LumenArgusConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return failCase switch
        {
            FailCase.Scan => config.Fail.Scan,
            FailCase.Decode => config.Fail.Decode,
            FailCase.Oversize => config.Fail.Oversize,
            FailCase.Hook => config.Fail.Hook,
            FailCase.Audit => config.Fail.Audit,
            FailCase.Store => config.Fail.Store,
            _ => throw new ArgumentOutOfRangeException(nameof(failCase)),
        };
    }

    /// <summary>The finding that tells of a case.</summary>
    /// <param name="failCase">The case.</param>
    /// <param name="config">The configuration, which gives its action.</param>
    /// <param name="location">Where, for example <c>pipeline</c> or <c>request_body</c>.</param>
    /// <param name="detail">What happened, in words, without any text of the body.</param>
    /// <returns>The finding with its action.</returns>
    public static Finding Finding(FailCase failCase, LumenArgusConfig config, string location, string detail) =>
        Finding(failCase, ModeOf(failCase, config), location, detail);

    /// <summary>The finding that tells of a case.</summary>
    /// <param name="failCase">The case.</param>
    /// <param name="mode">What the configuration says about it.</param>
    /// <param name="location">Where, for example <c>pipeline</c> or <c>request_body</c>.</param>
    /// <param name="detail">What happened, in words, without any text of the body.</param>
    /// <returns>The finding with its action.</returns>
    public static Finding Finding(FailCase failCase, FailMode mode, string location, string detail)
    {
        var entry = Entries[(int)failCase];
        return FailureFindings.Create(mode, entry.Finding, entry.Severity, location, detail);
    }
}
