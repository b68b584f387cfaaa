namespace LumenArgus.Storage.Audit.Reading;

/// <summary>One line of a file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">Its bytes with the line feed. Valid until the next line is read.</param>
/// <param name="IsWhole">False if the file ends without a line feed, or the line is too long to be one of ours and its bytes are left out.</param>
public readonly record struct AuditLine(long Number, ReadOnlyMemory<byte> Bytes, bool IsWhole);
