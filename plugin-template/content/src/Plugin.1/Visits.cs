namespace Plugin._1;

/// <summary>How often the page was opened since the plugin was loaded. One for each load: it is in the plugin's own container.</summary>
internal sealed class Visits
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public long Add() => Interlocked.Increment(ref _count);
}
