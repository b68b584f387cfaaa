using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Forwarding.Codecs;

/// <summary>Where a codec writes: a body buffer that refuses to grow past a limit.</summary>
internal readonly struct BoundedOutput(BodyBuffer buffer, long maxBytes)
{
    // What one call of a codec writes at most: clearing it costs next to nothing, and of what could still be decoded little is not yet taken over.
    private const int RoomBytes = 128 * 1024;

    /// <summary>Room to write to, all zeros, that never goes past the limit; empty when that is reached.</summary>
    public Memory<byte> GetMemory()
    {
        var left = maxBytes - buffer.Length;
        if (left <= 0)
        {
            return default;
        }

        var memory = buffer.GetMemory();
        memory = memory[..(int)Math.Min(Math.Min(memory.Length, left), RoomBytes)];
        memory.Span.Clear();
        return memory;
    }

    public void Advance(int bytes) => buffer.Advance(bytes);

    /// <summary>
    /// Takes what a codec wrote before it found damage. None says how much that was: a whole text whose checksum is wrong would count for nothing, and a server that does not compare it reads
    /// it. The room was clear, so it goes to the last byte that is not; zeros at its end say nothing.
    /// </summary>
    public void AdvanceOver(ReadOnlySpan<byte> room) => buffer.Advance(room.LastIndexOfAnyExcept((byte)0) + 1);
}
