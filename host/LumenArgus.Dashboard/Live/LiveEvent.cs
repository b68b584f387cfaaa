namespace LumenArgus.Dashboard.Live;

/// <summary>An event as it goes to all who look: made once.</summary>
/// <param name="Number">Counts from 1 within the process.</param>
/// <param name="Bytes">The whole event of the stream.</param>
internal sealed record LiveEvent(long Number, ReadOnlyMemory<byte> Bytes);
