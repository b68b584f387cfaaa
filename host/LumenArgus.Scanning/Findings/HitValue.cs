using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Findings;

/// <summary>One distinct value of one kind.</summary>
internal struct HitValue
{
    /// <summary>Number of the kind.</summary>
    public int Kind;

    /// <summary>The worst that was reported for it, before the verdict.</summary>
    public Severity Severity;

    /// <summary>What it says about itself.</summary>
    public Verdict Verdict;

    /// <summary>The strongest action that was asked for.</summary>
    public PolicyAction? Action;

    /// <summary>The field of the first occurrence.</summary>
    public int Field;

    public int Start;
    public int Length;

    /// <summary>A value that is no range of the body: a file name.</summary>
    public string? Name;

    /// <summary>What the texts are that it was found in.</summary>
    public FieldRoles Roles;

    /// <summary>Whether one of them is of the newest turn.</summary>
    public bool IsLatestTurn;

    /// <summary>How often it was found, beyond the kept occurrences too.</summary>
    public int Count;

    /// <summary>Occurrences that a more specific hit covers.</summary>
    public int Covered;

    /// <summary>Whether an allowlist has the value; null until it was asked.</summary>
    public bool? IsAllowed;

    /// <summary>Occurrences on lines that a comment exempts.</summary>
    public int Exempt;

    /// <summary>The next value with the same hash; -1 at the end.</summary>
    public int NextInBucket;

    /// <summary>Stands for all further values of its kind once there are too many to keep apart.</summary>
    public bool IsOverflow;

    /// <summary>Occurrences that are told.</summary>
    public readonly int Shown => IsAllowed == true ? 0 : Count - Covered - Exempt;
}
