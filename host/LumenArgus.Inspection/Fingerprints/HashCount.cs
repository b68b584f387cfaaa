namespace LumenArgus.Inspection.Fingerprints;

/// <summary>Fingerprints of all conversations together.</summary>
internal sealed class HashCount
{
    private long _value;

    public long Value => Volatile.Read(ref _value);

    public void Add(long hashes) => Interlocked.Add(ref _value, hashes);
}
