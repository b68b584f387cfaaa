namespace LumenArgus.Scanning.Decoding.Declared;

/// <summary>The content of a part without its codings. Its memory is given back when it is disposed.</summary>
public interface IUnpackedPart : IDisposable
{
    /// <summary>The content, or what there is of it.</summary>
    ReadOnlyMemory<byte> Content { get; }
}
