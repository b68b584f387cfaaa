namespace LumenArgus.Host.Terminal;

/// <summary>Scan times in buckets that grow by 10 %, so that a session of any length takes the same memory. Not thread-safe.</summary>
internal sealed class ScanTimeHistogram
{
    private const double Smallest = 0.01;
    private const double Growth = 1.1;

    // 0.01 ms * 1.1^192 is more than ten minutes.
    private readonly long[] _buckets = new long[193];
    private long _count;
    private double _sum;

    public double Average => _count == 0 ? 0 : _sum / _count;

    public void Add(double milliseconds)
    {
        var value = Math.Max(0, milliseconds);
        var index = value <= Smallest ? 0 : (int)Math.Ceiling(Math.Log(value / Smallest) / Math.Log(Growth));
        _buckets[Math.Min(index, _buckets.Length - 1)]++;
        _count++;
        _sum += value;
    }

    /// <summary>The value below which the given share lies; the middle of its bucket.</summary>
    public double Percentile(double share)
    {
        if (_count == 0)
        {
            return 0;
        }

        var rank = (long)Math.Ceiling(share * _count);
        var index = 0;
        for (long seen = _buckets[0]; seen < rank; seen += _buckets[index])
        {
            index++;
        }

        return Smallest * Math.Pow(Growth, Math.Max(0, index - 0.5));
    }
}
