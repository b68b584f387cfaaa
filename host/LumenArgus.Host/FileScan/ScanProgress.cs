using System.Globalization;

namespace LumenArgus.Host.FileScan;

/// <summary>One line on a terminal that says how far the scan is, ten times a second at most; nothing where nobody looks.</summary>
internal sealed class ScanProgress(TextWriter error, bool isTerminal, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private const string ClearLine = "\r\u001b[K";

    private long _last = clock.GetTimestamp();
    private bool _isShown;

    public void Show(ScanTotals totals)
    {
        if (!isTerminal || clock.GetElapsedTime(_last) < Interval)
        {
            return;
        }

        _last = clock.GetTimestamp();
        _isShown = true;
        error.Write(string.Create(
            CultureInfo.InvariantCulture, $"{ClearLine}  {totals.Files} files, {totals.Bytes / (1024d * 1024):F1} MB scanned, {totals.Findings} finding(s)"));
        error.Flush();
    }

    /// <summary>Takes the line away before something else is written.</summary>
    public void Clear()
    {
        if (_isShown)
        {
            _isShown = false;
            error.Write(ClearLine);
        }
    }
}
