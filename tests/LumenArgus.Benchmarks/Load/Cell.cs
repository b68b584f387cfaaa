namespace LumenArgus.Benchmarks.Load;

/// <summary>One combination that is measured for every target.</summary>
/// <param name="Mode">Plain or streamed answer.</param>
/// <param name="Kilobytes">Size of each request body, in KB of 1024 bytes.</param>
/// <param name="Connections">Connections that each send one request after the other.</param>
internal readonly record struct Cell(Mode Mode, int Kilobytes, int Connections)
{
    /// <summary>Bytes of a request body; of a conversation that grows evenly half of the last one.</summary>
    public long AverageBytes => Kilobytes * 1024L / (Mode == Mode.Growing ? 2 : 1);

    public override string ToString() => $"{Mode}, {Kilobytes} KB, {Connections} connections";
}
