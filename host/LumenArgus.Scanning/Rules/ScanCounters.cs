namespace LumenArgus.Scanning.Rules;

/// <summary>Work done by a scan, counted in bytes and steps, never in time: equal bodies give equal counts.</summary>
public sealed class ScanCounters
{
    /// <summary>UTF-8 bytes of fields that went through the keyword pass; what was decoded from them is not counted again.</summary>
    public long BytesScanned { get; set; }

    /// <summary>Bytes that were decoded, whether readable or not.</summary>
    public long DecodedBytes { get; set; }

    /// <summary>Texts that were made from fields: decoded, normalised or joined.</summary>
    public long DecodedViews { get; set; }

    /// <summary>UTF-8 bytes of such texts that went through the keyword pass.</summary>
    public long ViewBytes { get; set; }

    /// <summary>UTF-8 bytes of fields that were left out because an allowlist exempts the file they were read from.</summary>
    public long BytesExempt { get; set; }

    /// <summary>UTF-8 bytes of properties that were scanned again, name and value together.</summary>
    public long PairBytes { get; set; }

    /// <summary>Keyword and digit-run occurrences that made a rule look closer.</summary>
    public long KeywordCandidates { get; set; }

    /// <summary>Bytes of the ranges of starts that were tried.</summary>
    public long WindowBytes { get; set; }

    /// <summary>Bytes handed to regular expressions.</summary>
    public long RegexBytes { get; set; }

    /// <summary>Steps of the span matcher, bytes examined included.</summary>
    public long SpanMatcherSteps { get; set; }

    /// <summary>Matches before validator and entropy floor.</summary>
    public long Matches { get; set; }

    /// <summary>Regular expressions that ran out of time.</summary>
    public long RegexTimeouts { get; set; }

    /// <summary>Bytes of windows that no regular expression saw, because the cap was reached or one failed.</summary>
    public long BytesSkipped { get; set; }
}
