namespace LumenArgus.Inspection.Inspecting;

/// <summary>Milliseconds per stage of one scan. Written by one thread at a time.</summary>
internal sealed class StageTimer(TimeProvider clock)
{
    private readonly Dictionary<string, double> _milliseconds = new(StringComparer.Ordinal);
    private long _mark = clock.GetTimestamp();

    /// <summary>Books the time since the last call under a stage.</summary>
    public void Mark(string stage)
    {
        var now = clock.GetTimestamp();
        _milliseconds[stage] = _milliseconds.GetValueOrDefault(stage) + clock.GetElapsedTime(_mark, now).TotalMilliseconds;
        _mark = now;
    }

    /// <summary>Leaves out the time since the last call: it was spent waiting.</summary>
    public void Skip() => _mark = clock.GetTimestamp();

    public IReadOnlyDictionary<string, double> ToTimings() => new Dictionary<string, double>(_milliseconds, StringComparer.Ordinal);
}
