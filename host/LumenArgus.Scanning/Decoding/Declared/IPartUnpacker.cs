namespace LumenArgus.Scanning.Decoding.Declared;

/// <summary>Undoes the content codings of a part of a body. Whoever has the codecs provides it.</summary>
public interface IPartUnpacker
{
    /// <summary>Unpacks.</summary>
    /// <param name="packed">The content of the part.</param>
    /// <param name="codings">What the part's header says; null where it says nothing, so that only magic bytes tell; empty where there is none.</param>
    /// <param name="maxBytes">The most bytes that are wanted.</param>
    /// <returns>What could be unpacked; null if there is nothing to unpack. What is left out is the unpacker's to report.</returns>
    IUnpackedPart? Unpack(ReadOnlyMemory<byte> packed, string? codings, int maxBytes);
}
