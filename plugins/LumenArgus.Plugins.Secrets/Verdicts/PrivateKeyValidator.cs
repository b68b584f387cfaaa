using System.Buffers;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>
/// Looks into the body of a private key. PKCS#1, PKCS#8 and SEC 1 are one DER sequence (X.690), whose length stands at its start; OpenSSH has a name there. A header
/// without a body, or with one that only OpenPGP can read, tells nothing.
/// </summary>
internal sealed class PrivateKeyValidator : IRuleValidator
{
    public const string RuleName = "private_key";

    private const byte Sequence = 0x30;

    // The match ends with the last line of 40 or more characters; one more line can follow, and the bytes of an incomplete group.
    private const int LastLine = 50;

    private const int ShortestBody = 40;

    // A difference of two versions has one + before each added line, that of a merge two. It is a character of base64 too.
    private const int MostMarks = 2;

    public string Name => RuleName;

    private static ReadOnlySpan<byte> OpenSshName => "openssh-key-v1\0"u8;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var headerEnd = value.IndexOf("KEY-----") + "KEY-----".Length;
        var body = headerEnd < "KEY-----".Length ? [] : value[headerEnd..];
        if (body.Length < ShortestBody)
        {
            return Verdict.None;
        }

        var characters = ArrayPool<char>.Shared.Rent(body.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(body.Length);
        try
        {
            var isOpenSsh = value[..headerEnd].Contains("OPENSSH", StringComparison.Ordinal);
            var verdict = Verdict.Invalid;
            for (var marks = 0; marks <= MostMarks && verdict == Verdict.Invalid; marks++)
            {
                // Only whole groups of four: what is behind the match may complete the last one.
                var length = CopyBase64(body, marks, characters);
                verdict = Convert.TryFromBase64Chars(characters.AsSpan(0, length - (length % 4)), bytes, out var written) ? Judge(bytes.AsSpan(0, written), isOpenSsh) : Verdict.Invalid;
            }

            return verdict;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters, clearArray: true);
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static Verdict Judge(ReadOnlySpan<byte> key, bool isOpenSsh)
    {
        if (isOpenSsh)
        {
            return key.StartsWith(OpenSshName) ? Verdict.LikelyLive : Verdict.Invalid;
        }

        if (SequenceLength(key) is not { } length || key.Length > length)
        {
            return Verdict.Invalid;
        }

        return key.Length + LastLine >= length ? Verdict.LikelyLive : Verdict.None;
    }

    // Of the whole sequence, tag and length included. A key has more than 31 bytes and less than 64 KB.
    private static int? SequenceLength(ReadOnlySpan<byte> key) =>
        key.Length < 4 || key[0] != Sequence ? null
        : key[1] < 0x80 ? 2 + key[1]
        : key[1] == 0x81 ? 3 + key[2]
        : key[1] == 0x82 ? 4 + (key[2] << 8) + key[3]
        : null;

    // Line ends are left out, also those that are written as \n, and so many marks at most behind each.
    private static int CopyBase64(ReadOnlySpan<char> body, int marks, Span<char> target)
    {
        var (length, left) = (0, marks);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '\\')
            {
                i += i + 1 < body.Length && body[i + 1] is 'n' or 'r' or 't' ? 1 : 0;
                left = marks;
            }
            else if (char.IsWhiteSpace(body[i]))
            {
                left = marks;
            }
            else if (body[i] == '+' && left > 0)
            {
                left--;
            }
            else
            {
                left = 0;
                target[length++] = body[i];
            }
        }

        return length;
    }
}
