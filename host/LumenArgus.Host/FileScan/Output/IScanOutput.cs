namespace LumenArgus.Host.FileScan.Output;

/// <summary>One form of the output of <c>scan</c>. Called on one thread, in the order of the inputs.</summary>
internal interface IScanOutput
{
    /// <summary>A file was scanned, or could not be.</summary>
    /// <param name="report">The report, without findings that do not count.</param>
    void Write(FileReport report);

    /// <summary>All is scanned.</summary>
    /// <param name="totals">What it came to.</param>
    void Finish(ScanTotals totals);
}
