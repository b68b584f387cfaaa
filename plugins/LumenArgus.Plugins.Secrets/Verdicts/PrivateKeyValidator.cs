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

    // A match without the end line ends with the last line of 40 or more characters; one more line can follow, and the bytes of an incomplete group.
    private const int LastLine = 50;

    private const int ShortestBody = 40;

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n\\");

    // A difference of two versions has one + before each added line, that of a merge two. It is a character of base64 too.
    private const int MostMarks = 2;

    public string Name => RuleName;

    private static ReadOnlySpan<byte> OpenSshName => "openssh-key-v1\0"u8;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var headerEnd = value.IndexOf("KEY-----") + "KEY-----".Length;
        if (headerEnd < "KEY-----".Length)
        {
            return Verdict.None;
        }

        var body = value[headerEnd..];
        var end = body.LastIndexOf("-----END ");
        var isWhole = end >= 0;
        body = isWhole ? body[..end] : body;
        if (body.Length < ShortestBody)
        {
            // In quotes, or with its end and nothing between: what code looks for.
            return isWhole || body.Length > 0 ? Verdict.Invalid : Verdict.None;
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

            // What stands between the lines may have been taken for a part of the key.
            return verdict == Verdict.Invalid && !IsPlain(body) && HasKey(body) ? Verdict.None : verdict;
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

    // Base64 and ends of lines, nothing else.
    private static bool IsPlain(ReadOnlySpan<char> body) => body.IndexOfAnyExcept(PlainCharacters) < 0;

    private static bool HasKey(ReadOnlySpan<char> body)
    {
        var characters = 0;
        foreach (var character in body)
        {
            characters += IsBase64(character) ? 1 : 0;
        }

        return characters >= ShortestBody;
    }

    // Of each line its longest run: a number, the mark of a quote, a comma and quotes stand beside it. Lines also end with a written \n. So many + at most are marks
    // of a difference before it.
    private static int CopyBase64(ReadOnlySpan<char> body, int marks, Span<char> target)
    {
        var length = 0;
        while (!body.IsEmpty)
        {
            var end = EndOfLine(body, out var next);
            var run = LongestRun(body[..end]);
            for (var i = 0; i < marks && run.Length > 0 && run[0] == '+'; i++)
            {
                run = run[1..];
            }

            run.CopyTo(target[length..]);
            length += run.Length;
            body = body[next..];
        }

        return length;
    }

    private static int EndOfLine(ReadOnlySpan<char> text, out int next)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                next = i + 1;
                return i;
            }

            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'n' or 'r')
            {
                next = i + 2;
                return i;
            }
        }

        return next = text.Length;
    }

    private static ReadOnlySpan<char> LongestRun(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> longest = [];
        while (!line.IsEmpty)
        {
            var start = 0;
            while (start < line.Length && !IsBase64(line[start]))
            {
                start++;
            }

            var end = start;
            while (end < line.Length && IsBase64(line[end]))
            {
                end++;
            }

            longest = end - start > longest.Length ? line[start..end] : longest;
            line = line[end..];
        }

        return longest;
    }

    private static bool IsBase64(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '=';
}
