namespace LumenArgus.Scanning.Fingerprints;

/// <summary>What is remembered of one conversation: fingerprints of what was found to be clean, never a text. Safe for several requests at once.</summary>
public interface ITextMemory
{
    /// <summary>Looks a unit up.</summary>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="traits">What it has to do with its neighbours.</param>
    /// <returns>True if it was found to be clean.</returns>
    bool TryFind(UInt128 fingerprint, out SeamTraits traits);

    /// <summary>Looks a seam up.</summary>
    /// <param name="fingerprint">Fingerprint of the units that meet in it.</param>
    /// <returns>True if what is joined there was found to be clean.</returns>
    bool HasSeam(UInt128 fingerprint);

    /// <summary>Remembers a unit as clean, if there is room.</summary>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="traits">What it has to do with its neighbours.</param>
    void Add(UInt128 fingerprint, SeamTraits traits);

    /// <summary>Remembers a seam as clean, if there is room.</summary>
    /// <param name="fingerprint">Fingerprint of the units that meet in it.</param>
    void AddSeam(UInt128 fingerprint);
}
