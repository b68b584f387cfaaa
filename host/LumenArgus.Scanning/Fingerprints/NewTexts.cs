using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>The fields of a document that were not recognised, and all of its views, as detectors see them.</summary>
internal sealed class NewTexts : ScanDocument
{
    private readonly BodyDocument _document;
    private readonly int[] _fields;

    public NewTexts(BodyDocument document)
    {
        _document = document;
        _fields = [.. Enumerable.Range(0, document.Count).Where(field => !document.IsKnown(field))];
    }

    /// <inheritdoc/>
    public override int Count => _fields.Length;

    /// <summary>The index in the document of a field of the batch.</summary>
    public int IndexOf(int field) => _fields[field];

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> GetUtf8(int index) => _document.Utf8(_fields[index]);

    /// <inheritdoc/>
    protected override ReadOnlySpan<char> GetText(int index) => _document.TextOf(_fields[index]);

    /// <inheritdoc/>
    protected override FieldRole GetRole(int index) => _document.RoleOf(_fields[index]);

    /// <inheritdoc/>
    protected override bool GetIsLatestTurn(int index) => _document.IsLatestTurn(_fields[index]);

    /// <inheritdoc/>
    protected override string? GetSourceFile(int index) => _document.SourceFileOf(_fields[index]);

    /// <inheritdoc/>
    protected override string GetDecodeChain(int index) => _document.ChainText(_fields[index]);

    /// <inheritdoc/>
    protected override string GetPath(int index) => _document.PathOf(_fields[index]);
}
