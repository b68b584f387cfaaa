namespace LumenArgus.Host.FileScan;

/// <summary>How the output of <c>scan</c> looks.</summary>
internal enum ScanFormat
{
    /// <summary>For people, on standard error.</summary>
    Text = 0,

    /// <summary>One JSON object per line, on standard output.</summary>
    Json = 1,

    /// <summary>SARIF 2.1.0, on standard output.</summary>
    Sarif = 2,
}
