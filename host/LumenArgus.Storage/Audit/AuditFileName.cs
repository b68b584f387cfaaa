using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LumenArgus.Storage.Audit;

/// <summary>Names of audit files: <c>guard-YYYYMMDD-HHMMSS.jsonl</c> in UTC, with <c>-xxxx</c> (hexadecimal, counted up) where several start within one second.</summary>
internal static class AuditFileName
{
    public const int MaxNumber = 0xffff;

    private const string Prefix = "guard-";
    private const string Extension = ".jsonl";
    private const string StampFormat = "yyyyMMdd-HHmmss";
    private const int SuffixLength = 5;

    public static string SearchPattern => Prefix + "*" + Extension;

    public static string Of(DateTimeOffset now, int number) =>
        Prefix + now.UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture)
        + (number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number:x4}")) + Extension;

    /// <summary>Reads the time back; a name that is not one of ours gives false and is left alone.</summary>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out DateTimeOffset? start) => TryParse(fileName, out start, out _);

    /// <summary>Reads time and number back.</summary>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out DateTimeOffset? start, out int number)
    {
        start = null;
        number = 0;
        if (!fileName.StartsWith(Prefix, StringComparison.Ordinal) || !fileName.EndsWith(Extension, StringComparison.Ordinal)
            || fileName.Length < Prefix.Length + StampFormat.Length + Extension.Length)
        {
            return false;
        }

        var stamp = fileName.AsSpan(Prefix.Length, fileName.Length - Prefix.Length - Extension.Length);
        var suffix = stamp[StampFormat.Length..];
        var isOurs = suffix.IsEmpty
            || (suffix.Length == SuffixLength && suffix[0] == '-' && int.TryParse(suffix[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number));
        if (!isOurs || !DateTimeOffset.TryParseExact(
            stamp[..StampFormat.Length], StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value))
        {
            return false;
        }

        start = value;
        return true;
    }
}
