namespace LumenArgus.Abstractions.Model;

/// <summary>What a value says about itself by its structure and checksums alone; no network is asked. All but the first two lower the severity.</summary>
public enum Verdict
{
    /// <summary>Nothing is known beyond the match.</summary>
    None = 0,

    /// <summary>Structure and checksum are right, and nothing marks it as a test or an example.</summary>
    LikelyLive = 1,

    /// <summary>It belongs to the test mode or sandbox of its issuer.</summary>
    Test = 2,

    /// <summary>A value from documentation, or an obvious placeholder.</summary>
    Example = 3,

    /// <summary>It names its own end, and that has passed.</summary>
    Expired = 4,

    /// <summary>Its checksum or structure is wrong: the issuer cannot have made it.</summary>
    Invalid = 5,
}
