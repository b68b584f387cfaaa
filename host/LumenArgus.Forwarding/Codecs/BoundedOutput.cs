using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Forwarding.Codecs;

/// <summary>Where a codec writes: a body buffer that refuses to grow past a limit.</summary>
internal readonly struct BoundedOutput(BodyBuffer buffer, long maxBytes)
{
    /// <summary>Room to write to, never more than one byte past the limit; empty when it is reached.</summary>
    public Memory<byte> GetMemory()
    {
        var left = maxBytes - buffer.Length;
        if (left <= 0)
        {
            return default;
        }

        var memory = buffer.GetMemory();
        return memory.Length > left ? memory[..(int)left] : memory;
    }

    public void Advance(int bytes) => buffer.Advance(bytes);
}
