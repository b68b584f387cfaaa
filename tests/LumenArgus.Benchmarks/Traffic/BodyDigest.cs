using System.Buffers.Binary;
using System.Numerics;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>
/// Length and CRC-32C of a request body. The upstream puts it into its answer, so the client sees whether every byte arrived;
/// the CRC instruction makes that cheap beside the copy of the bytes.
/// </summary>
internal struct BodyDigest
{
    /// <summary>Characters of the hexadecimal form.</summary>
    public const int TextLength = 16;

    private uint _length;
    private uint _crc;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += (uint)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            _crc = BitOperations.Crc32C(_crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            _crc = BitOperations.Crc32C(_crc, value);
        }
    }

    public readonly void Write(Span<byte> destination) =>
        (((ulong)_length << 32) | _crc).TryFormat(destination, out _, "x16", provider: null);
}
