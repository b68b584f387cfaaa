using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>
/// The texts behind a <see cref="ScanBatch"/>. The host implements it over the captured body; plugins only see the batch. Indexes run
/// from 0 to <see cref="Count"/> - 1 and are checked by the batch.
/// </summary>
public abstract class ScanDocument
{
    /// <summary>Number of fields.</summary>
    public abstract int Count { get; }

    /// <summary>UTF-8 text of a field.</summary>
    /// <param name="index">Index of the field.</param>
    /// <returns>A view that is valid while the body is leased.</returns>
    protected internal abstract ReadOnlySpan<byte> GetUtf8(int index);

    /// <summary>UTF-16 text of a field, transcoded once.</summary>
    /// <param name="index">Index of the field.</param>
    /// <returns>A view that is valid while the body is leased.</returns>
    protected internal abstract ReadOnlySpan<char> GetText(int index);

    /// <summary>Role of a field.</summary>
    /// <param name="index">Index of the field.</param>
    /// <returns>The role.</returns>
    protected internal abstract FieldRole GetRole(int index);

    /// <summary>Whether a field belongs to the newest turn of the conversation.</summary>
    /// <param name="index">Index of the field.</param>
    /// <returns>True if it does.</returns>
    protected internal abstract bool GetIsLatestTurn(int index);

    /// <summary>File a field was read from.</summary>
    /// <param name="index">Index of the field.</param>
    /// <returns>A path, or null.</returns>
    protected internal abstract string? GetSourceFile(int index);

    /// <summary>Decode chain of a field.</summary>
    /// <param name="index">Index of the field.</param>
    /// <returns>The chain, empty for text as it was sent.</returns>
    protected internal abstract string GetDecodeChain(int index);

    /// <summary>Path of a field in the body.</summary>
    /// <param name="index">Index of the field.</param>
    /// <returns>The path.</returns>
    protected internal abstract string GetPath(int index);
}
