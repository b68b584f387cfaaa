namespace LumenArgus.Scanning.Fingerprints;

/// <summary>What a unit has to do with texts that are joined with those before and behind it. Remembered with the fingerprint, so that nobody reads the texts for it.</summary>
[Flags]
public enum SeamTraits : byte
{
    /// <summary>Nothing: its neighbours are joined as if it were not there.</summary>
    None = 0,

    /// <summary>It has a text that is joined with its neighbours.</summary>
    HasText = 1,

    /// <summary>All such texts may be parts of one token, so what is before and what is behind are joined through it.</summary>
    IsPassing = 2,

    /// <summary>It holds strings of an array.</summary>
    HasArray = 4,
}
