namespace LumenArgus.Scanning.Decoding.Declared;

/// <summary>Of content every byte of which may depend on all of its source.</summary>
internal readonly struct WholePlace(int start) : ISourcePlaces
{
    public (int Start, int Skip) Of(int offset) => (start, 0);
}
