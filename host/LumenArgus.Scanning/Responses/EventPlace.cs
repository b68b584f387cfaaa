using System.IO.Hashing;

namespace LumenArgus.Scanning.Responses;

/// <summary>Places in events as numbers. The seed is secret: nobody can make two places meet.</summary>
internal static class EventPlace
{
    private static readonly long Seed = Random.Shared.NextInt64();

    /// <summary>The place of a name, or of a text, within another.</summary>
    public static ulong Of(ulong within, ReadOnlySpan<byte> name) => XxHash3.HashToUInt64(name, Seed ^ (long)within);

    /// <summary>The place of a position, or of what identifies an element, within another.</summary>
    public static ulong Of(ulong within, ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BitConverter.TryWriteBytes(bytes, number);
        return XxHash3.HashToUInt64(bytes, Seed ^ (long)~within);
    }
}
