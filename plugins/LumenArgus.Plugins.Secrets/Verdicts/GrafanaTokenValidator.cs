using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Checks a Grafana service account token: its last 8 hex digits are the CRC-32 of what stands before the last underscore, low byte first.</summary>
internal sealed class GrafanaTokenValidator : IRuleValidator
{
    public const string RuleName = "grafana_token";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var end = value.LastIndexOf('_');
        Span<byte> bytes = stackalloc byte[64];
        if (end < 0 || end > bytes.Length || !uint.TryParse(value[(end + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var written))
        {
            return Verdict.Invalid;
        }

        var length = Encoding.ASCII.GetBytes(value[..end], bytes);
        return BinaryPrimitives.ReverseEndianness(Crc32.HashToUInt32(bytes[..length])) == written ? Verdict.LikelyLive : Verdict.Invalid;
    }
}
