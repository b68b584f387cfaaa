namespace LumenArgus.Scanning.Responses;

/// <summary>What became of a response.</summary>
/// <param name="Body">To be read as a document: JSON that was made here, or the response itself.</param>
/// <param name="BytesBeyond">Bytes of the response that are not in it, because of the limit.</param>
public sealed record AssembledResponse(ReadOnlyMemory<byte> Body, long BytesBeyond);
