using System.Buffers;
using LumenArgus.Scanning.Decoding.Base64Text;

namespace LumenArgus.Scanning.Decoding;

/// <summary>Room for one block of an encoded run. Cleared when it is given back: what was decoded may be a secret.</summary>
internal sealed class DecodeBuffers : IDisposable
{
    // For a run of 16 MB; of longer ones the blocks behind are decoded at every alignment.
    private const int KnownBlocks = 4096;

    private byte[]? _characters;
    private byte[]? _standard;
    private byte[]? _bytes;
    private byte[]? _alignments;
    private int[]? _places;

    public byte[] Characters => _characters ??= ArrayPool<byte>.Shared.Rent(Base64Blocks.Block);

    /// <summary>The characters in the standard alphabet.</summary>
    public byte[] Standard => _standard ??= ArrayPool<byte>.Shared.Rent(Base64Blocks.Block);

    public byte[] Bytes => _bytes ??= ArrayPool<byte>.Shared.Rent(Base64Blocks.Block);

    public byte[] Alignments => _alignments ??= ArrayPool<byte>.Shared.Rent(KnownBlocks);

    /// <summary>Where each decoded byte came from.</summary>
    public int[] Places => _places ??= ArrayPool<int>.Shared.Rent(Base64Blocks.Block);

    public void Dispose()
    {
        Return(ref _characters);
        Return(ref _standard);
        Return(ref _bytes);
        Return(ref _alignments);
        if (_places is not null)
        {
            ArrayPool<int>.Shared.Return(_places);
            _places = null;
        }
    }

    private static void Return(ref byte[]? buffer)
    {
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            buffer = null;
        }
    }
}
