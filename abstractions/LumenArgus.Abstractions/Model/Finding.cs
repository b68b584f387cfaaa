namespace LumenArgus.Abstractions.Model;

/// <summary>One detection result. Everything but <see cref="Value"/> may be stored and shown.</summary>
public sealed record Finding
{
    /// <summary>The detector's name, for example <c>secrets</c>; the key under <c>detectors</c> in the configuration.</summary>
    public required string Detector { get; init; }

    /// <summary>What was found, for example <c>aws_access_key</c>.</summary>
    public required string Type { get; init; }

    /// <summary>How bad it is, the verdict taken into account.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What the value says about itself: a live credential, a test one, an example of a manual.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The severity before the verdict lowered it; null where it did not.</summary>
    public Severity? RuleSeverity { get; init; }

    /// <summary>Where, as a path into the body, for example <c>messages[4].content[0].text</c>. Never contains the value.</summary>
    public required string Location { get; init; }

    /// <summary>What the text of the first occurrence is in the conversation; Unknown for findings of the host.</summary>
    public FieldRole Role { get; init; }

    /// <summary>What the texts of all occurrences are; None for findings of the host.</summary>
    public FieldRoles Roles { get; init; }

    /// <summary>Whether an occurrence belongs to the newest turn of the conversation (see <see cref="ScanField.IsLatestTurn"/>).</summary>
    public bool IsLatestTurn { get; init; }

    /// <summary>The matched text; in memory only.</summary>
    public MatchedText Value { get; init; }

    /// <summary>A masked form that may be shown: at most the first four characters and at most a quarter of the value, then <c>****</c>.</summary>
    public string ValuePreview { get; init; } = "";

    /// <summary>
    /// The line around the first occurrence of a secret, for people: words and signs, the value as <see cref="ValuePreview"/>, an ellipsis for all that could be a value too.
    /// Null where there is none: nothing around it, other detectors, a body with more than a hundred hits.
    /// </summary>
    public string? Context { get; init; }

    /// <summary>The action asked for by the rule itself, or, after the policy has run, the action resolved for this finding.</summary>
    public PolicyAction? Action { get; init; }

    /// <summary>How often the same value was found in the exchange, at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Who reports it.</summary>
    public FindingOrigin Origin { get; init; }

    /// <summary>The bytes of the body that hold the first occurrence, escapes included; null where there is no such place (a file name, a finding of the host).</summary>
    public ByteSpan? Span { get; init; }

    /// <summary>For findings of the host: what happened, in words. Null otherwise.</summary>
    public string? Detail { get; init; }
}
