using System.Buffers;
using System.Buffers.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>
/// Tokens of PyPI are macaroons in the binary format, version 2: a location, an identifier and caveats in fields of type, length and content, then a signature of
/// 32 bytes (https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt). The location tells the test index from the real one.
/// </summary>
internal sealed class PyPiTokenValidator : IRuleValidator
{
    public const string RuleName = "pypi_token";
    private const int LongestToken = 1024;
    private const int PrefixLength = 5;

    private const byte EndOfSection = 0;
    private const byte Location = 1;
    private const byte Signature = 6;
    private const int SignatureLength = 32;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        Span<byte> bytes = stackalloc byte[LongestToken];
        if (value.Length is < PrefixLength or > LongestToken
            || Base64Url.DecodeFromChars(value[PrefixLength..], bytes, out _, out var length) != OperationStatus.Done)
        {
            return Verdict.None;
        }

        ReadOnlySpan<byte> macaroon = bytes[..length];
        if (!macaroon.StartsWith((ReadOnlySpan<byte>)[2, Location]))
        {
            return Verdict.Invalid;
        }

        var rest = macaroon[1..];
        var location = TakeField(ref rest, out _);
        return location.SequenceEqual("test.pypi.org"u8) ? Verdict.Test
            : !location.SequenceEqual("pypi.org"u8) ? Verdict.Invalid
            : IsComplete(rest) ? Verdict.LikelyLive
            : Verdict.None;
    }

    // Sections of fields up to an empty one, then the signature and nothing else.
    private static bool IsComplete(ReadOnlySpan<byte> rest)
    {
        var fields = 1;
        while (rest.Length > 0)
        {
            var content = TakeField(ref rest, out var type);
            if (type == EndOfSection && fields == 0)
            {
                return TakeField(ref rest, out type).Length == SignatureLength && type == Signature && rest.IsEmpty;
            }

            fields = type == EndOfSection ? 0 : fields + 1;
            if (type != EndOfSection && content.IsEmpty)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Takes one field; empty also where its length goes over the end.</summary>
    private static ReadOnlySpan<byte> TakeField(ref ReadOnlySpan<byte> rest, out byte type)
    {
        type = rest.IsEmpty ? EndOfSection : rest[0];
        rest = rest.IsEmpty ? rest : rest[1..];
        if (type == EndOfSection)
        {
            return [];
        }

        // A variable-length number of at most two bytes: fields of tokens are shorter than 16,384.
        int length = 0, shift = 0, taken = 0;
        while (taken < rest.Length && taken < 2)
        {
            length |= (rest[taken] & 0x7f) << shift;
            shift += 7;
            if (rest[taken++] < 0x80)
            {
                break;
            }
        }

        if (length > rest.Length - taken)
        {
            rest = [];
            return [];
        }

        var content = rest.Slice(taken, length);
        rest = rest[(taken + length)..];
        return content;
    }
}
