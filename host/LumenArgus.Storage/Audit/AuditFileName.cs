using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace LumenArgus.Storage.Audit;

/// <summary>Names of audit files: <c>guard-YYYYMMDD-HHMMSS.jsonl</c> in UTC, with <c>-xxxx</c> where two start within one second.</summary>
internal static class AuditFileName
{
    private const string Prefix = "guard-";
    private const string Extension = ".jsonl";
    private const string StampFormat = "yyyyMMdd-HHmmss";

    public static string SearchPattern => Prefix + "*" + Extension;

    public static string First(DateTimeOffset now) => Prefix + Stamp(now) + Extension;

    public static string WithSuffix(DateTimeOffset now) => Prefix + Stamp(now) + "-" + RandomNumberGenerator.GetHexString(4, lowercase: true) + Extension;

    /// <summary>Reads the time back; a name that is not one of ours gives false and is left alone.</summary>
    public static bool TryParse(string fileName, [NotNullWhen(true)] out DateTimeOffset? start)
    {
        start = null;
        if (!fileName.StartsWith(Prefix, StringComparison.Ordinal) || !fileName.EndsWith(Extension, StringComparison.Ordinal))
        {
            return false;
        }

        var stamp = fileName.AsSpan(Prefix.Length, fileName.Length - Prefix.Length - Extension.Length);
        var isOurs = stamp.Length == StampFormat.Length || (stamp.Length == StampFormat.Length + 5 && stamp[StampFormat.Length] == '-');
        if (!isOurs || !DateTimeOffset.TryParseExact(
            stamp[..StampFormat.Length], StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value))
        {
            return false;
        }

        start = value;
        return true;
    }

    private static string Stamp(DateTimeOffset now) => now.UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture);
}
