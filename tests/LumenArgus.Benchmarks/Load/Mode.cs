namespace LumenArgus.Benchmarks.Load;

/// <summary>How the upstream answers.</summary>
internal enum Mode
{
    /// <summary>One JSON document of 1 KB.</summary>
    Plain,

    /// <summary>Twenty server-sent events, each flushed by itself, in bursts with a gap of at least a millisecond.</summary>
    Sse,
}
