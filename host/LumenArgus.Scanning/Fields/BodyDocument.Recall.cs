using LumenArgus.Abstractions.Host;
using LumenArgus.Scanning.Fingerprints;

namespace LumenArgus.Scanning.Fields;

/// <summary>Texts that were recognised as clean: they are neither decoded nor scanned.</summary>
public sealed partial class BodyDocument
{
    private TextRecall? _recall;

    internal TextRecall? Recall => _recall;

    /// <summary>Whether a field was found to be clean in an earlier request and is not looked at. A view never is.</summary>
    /// <param name="field">Index of the field or view.</param>
    /// <returns>True if it was recognised.</returns>
    public bool IsKnown(int field) => _recall is not null && !IsView(field) && _recall.IsKnown(field);

    /// <summary>The texts that have to be looked at: all, but for those that were recognised.</summary>
    /// <returns>This document, or its other texts, renumbered.</returns>
    public ScanDocument NewTexts() => _recall is { BytesKnown: > 0 } ? new NewTexts(this) : this;

    /// <summary>Something was found in a field or view: what it came from is not clean.</summary>
    internal void Taint(int field) => _recall?.Taint(field);

    internal void StartRecall(TextRecall recall) =>
        _recall = _recall is null ? recall : throw new InvalidOperationException("The document was compared with what is known already.");
}
