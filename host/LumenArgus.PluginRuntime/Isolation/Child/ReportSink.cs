using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>Takes what a detector reports in its own process. Says of a wrong place the same as the sink of the host does.</summary>
internal sealed class ReportSink(ScanDocument document) : FindingSink
{
    private readonly Lock _lock = new();
    private readonly WireWriter _reports = new();
    private bool _isClosed;

    public override void Report(ScanField field, int start, int length, string type, Severity severity, PolicyAction? action = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(field.Index, document.Count - 1, nameof(field));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + length, field.Utf8.Length, nameof(length));
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            if (Count < ReportWire.MaxReports)
            {
                Count++;
                ReportWire.Write(_reports, field.Index, start, length, type, severity, action);
            }
            else
            {
                Dropped++;
            }
        }
    }

    /// <summary>How many reports are in it.</summary>
    public int Count { get; private set; }

    /// <summary>How many more there were.</summary>
    public int Dropped { get; private set; }

    /// <summary>Ends the call.</summary>
    /// <returns>The reports.</returns>
    public ReadOnlySpan<byte> Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            return _reports.Written;
        }
    }
}
