namespace LumenArgus.Scanning.Fields.Forms;

/// <summary>How the content of a part is written (RFC 2045, 6), where that changes its bytes.</summary>
internal enum TransferEncoding : byte
{
    /// <summary>As it is: 7bit, 8bit, binary, or nothing said.</summary>
    None,

    Base64,

    QuotedPrintable,
}
