namespace LumenArgus.Benchmarks.Load;

/// <summary>How the upstream answers.</summary>
internal enum Mode
{
    /// <summary>One JSON document of 1 KB.</summary>
    Plain,

    /// <summary>Twenty server-sent events, flushed one by one with a gap of a millisecond.</summary>
    Sse,
}
