using System.Buffers;
using System.Text;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// Recognises what people write in place of a token: a word that says so, one character over and over, the alphabet. A random token of 40 characters
/// looks like that less than once in a hundred thousand.
/// </summary>
internal static class PlaceholderFilter
{
    // A short value can hold a word by chance, and a long one (a key file, a URL with an example host) is more than a token.
    private const int Shortest = 16;
    private const int Longest = 256;

    // What is left of a value without the word, from here on and with a digit in it, is a value of its own: a token with a word glued to it.
    private const int ShortestRest = 24;

    private const int LongestRun = 8;
    private const int LongestSequence = 10;

    private static readonly SearchValues<byte> NoToken = SearchValues.Create(":@ \t\r\n\"'"u8);

    private static readonly string[] WordList =
    [
        "example", "placeholder", "changeme", "change-me", "change_me", "redacted", "replace-me", "replace_me", "replaceme", "your-", "your_", "dummy-", "dummy_", "sample-", "sample_",
    ];

    private static readonly SearchValues<string> Words = SearchValues.Create(WordList, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the value is none.</summary>
    /// <param name="secret">The value.</param>
    /// <param name="isGeneric">Whether its rule knows no format: then a short rest with a digit may be a password.</param>
    /// <param name="isMask">Whether that is sure, as nobody draws such a value: one character over and over, or the alphabet.</param>
    public static bool IsPlaceholder(ReadOnlySpan<byte> secret, bool isGeneric, out bool isMask)
    {
        isMask = false;
        if (secret.Length is < Shortest or > Longest || secret.ContainsAny(NoToken))
        {
            return false;
        }

        if (HasRunOrSequence(secret))
        {
            isMask = true;
            return true;
        }

        Span<char> buffer = stackalloc char[Longest];
        var text = buffer[..Encoding.Latin1.GetChars(secret, buffer)];
        var word = text.IndexOfAny(Words);
        return word >= 0 && (!text.ContainsAnyInRange('0', '9') || (!isGeneric && text.Length - LengthAt(text[word..]) < ShortestRest));
    }

    private static int LengthAt(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var word in WordList)
        {
            longest = text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? Math.Max(longest, word.Length) : longest;
        }

        return longest;
    }

    private static bool HasRunOrSequence(ReadOnlySpan<byte> secret)
    {
        int same = 1, ascending = 1;
        for (var i = 1; i < secret.Length; i++)
        {
            var step = secret[i] - secret[i - 1];

            // Zeros in base64 are A, and tokens of some issuers are full of slashes.
            same = step == 0 && secret[i] is not ((byte)'A' or (byte)'/') ? same + 1 : 1;

            // 1234567890 goes on from 9 to 0.
            ascending = step == 1 || (secret[i] == '0' && secret[i - 1] == '9') ? ascending + 1 : 1;
            if (same == LongestRun || ascending == LongestSequence)
            {
                return true;
            }
        }

        return false;
    }
}
