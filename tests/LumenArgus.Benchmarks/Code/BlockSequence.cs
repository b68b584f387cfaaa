using System.Buffers;

namespace LumenArgus.Benchmarks.Code;

/// <summary>Bytes cut into blocks, as a server's pipe holds them.</summary>
internal sealed class BlockSequence : ReadOnlySequenceSegment<byte>
{
    private BlockSequence(ReadOnlyMemory<byte> memory, long runningIndex)
    {
        Memory = memory;
        RunningIndex = runningIndex;
    }

    public static ReadOnlySequence<byte> Create(ReadOnlyMemory<byte> bytes, int blockLength)
    {
        var first = new BlockSequence(bytes[..Math.Min(blockLength, bytes.Length)], 0);
        var last = first;
        for (var at = blockLength; at < bytes.Length; at += blockLength)
        {
            var next = new BlockSequence(bytes.Slice(at, Math.Min(blockLength, bytes.Length - at)), at);
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
