using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Fingerprints;

namespace LumenArgus.Scanning.Findings;

/// <summary>The sink of one detector call. What is reported after <see cref="Close"/> is ignored.</summary>
public sealed class DetectorSink : FindingSink
{
    private readonly FindingCollector _collector;
    private readonly BodyDocument _document;
    private readonly string _detector;
    private readonly ScanDocument _texts;
    private volatile bool _isClosed;

    internal DetectorSink(FindingCollector collector, BodyDocument document, string detector, ScanDocument texts)
    {
        _collector = collector;
        _document = document;
        _detector = detector;
        _texts = texts;
    }

    /// <summary>Ends the call.</summary>
    public void Close() => _isClosed = true;

    /// <inheritdoc/>
    public override void Report(ScanField field, int start, int length, string type, Severity severity, PolicyAction? action = null)
    {
        if (_isClosed)
        {
            return;
        }

        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(field.Index, _texts.Count - 1, nameof(field));
        var index = _texts is NewTexts texts ? texts.IndexOf(field.Index) : field.Index;
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + length, _document.Utf8(index).Length, nameof(length));
        action = action == PolicyAction.Strip ? PolicyAction.Block : action;
        _collector.Add(new HitKind(_detector, type, Certainty.Specific), severity, action, index, start, length);
    }
}
