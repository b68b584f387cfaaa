using System.Buffers;

namespace LumenArgus.Scanning.Responses;

/// <summary>One text of a response, in the making.</summary>
/// <param name="name">Name of the property that its parts come in, raw.</param>
internal sealed class JoinedText(byte[] name)
{
    public byte[] Name { get; } = name;

    /// <summary>Its parts so far, with their escapes.</summary>
    public ArrayBufferWriter<byte> Raw { get; } = new();
}
