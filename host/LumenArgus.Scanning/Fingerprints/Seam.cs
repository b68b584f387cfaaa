namespace LumenArgus.Scanning.Fingerprints;

/// <summary>Units of which texts are joined into one view, from the one that it begins in to the one that it ends in.</summary>
/// <param name="Fingerprint">Made of the fingerprints of the units.</param>
/// <param name="First">The first unit.</param>
/// <param name="Last">The last unit.</param>
/// <param name="IsKnown">Found to be clean in an earlier request.</param>
internal readonly record struct Seam(UInt128 Fingerprint, int First, int Last, bool IsKnown);
