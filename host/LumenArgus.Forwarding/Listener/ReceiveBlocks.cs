using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace LumenArgus.Forwarding.Listener;

/// <summary>
/// The listener's memory, in blocks of 32 KB. With its own, of 4 KB, a request of 100 KB costs 25 calls of the system to receive it. A connection that
/// waits for bytes holds no block.
/// </summary>
public sealed class ReceiveBlocks : MemoryPool<byte>, IMemoryPoolFactory<byte>
{
    private const int BlockBytes = 32 * 1024;
    private const int MostKept = 256;

    private readonly ConcurrentQueue<Block> _free = new();

    // What is free, roughly: a block too many or too few does not matter.
    private int _kept;

    /// <inheritdoc/>
    public override int MaxBufferSize => BlockBytes;

    /// <summary>One pool for all connections.</summary>
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => this;

    /// <inheritdoc/>
    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
        if (!_free.TryDequeue(out var block))
        {
            return new Block(this);
        }

        Interlocked.Decrement(ref _kept);
        block.Take();
        return block;
    }

    /// <summary>Does nothing: it belongs to all listeners of the process, and its memory to the collector.</summary>
    protected override void Dispose(bool disposing)
    {
    }

    private void Return(Block block)
    {
        if (Interlocked.Increment(ref _kept) <= MostKept)
        {
            _free.Enqueue(block);
            return;
        }

        Interlocked.Decrement(ref _kept);
    }

    private sealed class Block(ReceiveBlocks pool) : IMemoryOwner<byte>
    {
        // Pinned: the system writes into it while the collector may move what is not.
        private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true);

        private int _isFree;

        public Memory<byte> Memory => _bytes;

        public void Take() => Volatile.Write(ref _isFree, 0);

        // Given back twice, it would be two connections' at once.
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isFree, 1) == 0)
            {
                pool.Return(this);
            }
        }
    }
}
