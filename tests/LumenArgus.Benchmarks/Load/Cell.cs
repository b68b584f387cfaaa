namespace LumenArgus.Benchmarks.Load;

/// <summary>One combination that is measured for every target.</summary>
/// <param name="Mode">Plain or streamed answer.</param>
/// <param name="Kilobytes">Size of each request body, in KB of 1024 bytes.</param>
/// <param name="Connections">Connections that each send one request after the other.</param>
internal readonly record struct Cell(Mode Mode, int Kilobytes, int Connections)
{
    public override string ToString() => $"{Mode}, {Kilobytes} KB, {Connections} connections";
}
