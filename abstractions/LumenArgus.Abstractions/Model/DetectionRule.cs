using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>
/// A pattern as data. The host compiles all rules of all plugins into one index: a keyword search picks candidate places, then the
/// pattern is matched in a bounded window around them, then validator and entropy floor decide.
/// </summary>
/// <remarks>
/// Pattern syntax is the common subset of .NET and RE2: literals, classes, <c>\d \w \s \b</c>, <c>^</c> and <c>$</c> for the ends of a line,
/// groups, alternation, bounded and unbounded repetition, <c>(?i)</c>. No look-around and no back-references. Classes and <c>\b</c> are ASCII.
/// </remarks>
public sealed record DetectionRule
{
    /// <summary>The finding type, unique per detector, lower case with underscores, for example <c>aws_access_key</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The detector it reports as, for example <c>secrets</c>.</summary>
    public required string Detector { get; init; }

    /// <summary>What it finds, for people, for example <c>DigitalOcean personal access token</c>.</summary>
    public string Title { get; init; } = "";

    /// <summary>The pattern; see the remarks for its syntax. Empty: the host derives it from <see cref="Format"/>, the secret being its first group.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>
    /// The published shape of the text, from which random examples are generated: literal characters and places such as <c>&lt;alnum:36&gt;</c>,
    /// <c>&lt;hex:32-40&gt;</c>, <c>&lt;[A-Z0-9]:20+&gt;</c>, <c>&lt;live|test&gt;</c>, <c>&lt;uuid&gt;</c>. Null where there is none.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>How bad a match is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>
    /// Literals of at least two ASCII characters, compared without case, of which one occurs in every match (or, with
    /// <see cref="KeywordDistance"/>, near it). Empty: the host derives literals or a digit run from the pattern, or refuses the rule.
    /// </summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>0: the keyword is part of the match. N: the match lies within N bytes of the keyword, on either side.</summary>
    public int KeywordDistance { get; init; }

    /// <summary>The longest text in bytes that the pattern needs to see around a keyword, 16 to 65,536. Default 512.</summary>
    public int WindowBytes { get; init; } = 512;

    /// <summary>The capture group that holds the secret; 0 is the whole match.</summary>
    public int SecretGroup { get; init; }

    /// <summary>Shannon entropy in bits per character that the secret must reach, 0 to 8; 0 switches the gate off.</summary>
    public double EntropyFloor { get; init; }

    /// <summary>Name of an <see cref="Plugin.IRuleValidator"/> that must accept the secret, or null.</summary>
    public string? Validator { get; init; }

    /// <summary>Which traffic the rule is for.</summary>
    public RuleStages Stages { get; init; } = RuleStages.All;

    /// <summary>What the rule is matched against.</summary>
    public RuleTarget Target { get; init; }

    /// <summary>
    /// Roles in which a match does not count, for rules about what people write: in the name of a property or the schema of a tool
    /// the same word means something else. Empty for credentials: a key is a key wherever it stands.
    /// </summary>
    public ImmutableArray<FieldRole> ExceptRoles { get; init; } = [];

    /// <summary>True for a weak, generic rule: its finding is dropped where a finding of a specific rule covers the same bytes.</summary>
    public bool Generic { get; init; }

    /// <summary>One sentence for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The issuer's page that shows the format, or another public source; null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>Free labels.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Values from the issuer's documentation, complete: a finding of one is reported with the verdict <see cref="Verdict.Example"/>.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <summary>Texts in which the rule must match.</summary>
    public ImmutableArray<string> Positives { get; init; } = [];

    /// <summary>Texts in which the rule must not match.</summary>
    public ImmutableArray<string> Negatives { get; init; } = [];

    /// <summary>Texts in which the value is disguised (encoded, split, with invisible characters) and the rule must match all the same.</summary>
    public ImmutableArray<string> Evasions { get; init; } = [];
}
