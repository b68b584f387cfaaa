namespace LumenArgus.Benchmarks.Load;

/// <summary>How the upstream answers.</summary>
internal enum Mode
{
    /// <summary>One JSON document of 1 KB.</summary>
    Plain,

    /// <summary>Twenty server-sent events, each flushed by itself, in bursts with a gap of at least a millisecond.</summary>
    Sse,

    /// <summary>As <see cref="Plain"/>, but each connection sends conversations that grow with every request, as tools do.</summary>
    Growing,
}
