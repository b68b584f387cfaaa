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

    private const int LongestRun = 8;
    private const int LongestSequence = 10;

    private static readonly SearchValues<byte> NoToken = SearchValues.Create(":@ \t\r\n\"'"u8);

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["example", "placeholder", "changeme", "change-me", "change_me", "redacted", "replace-me", "replace_me", "replaceme", "your-", "your_", "dummy-", "dummy_", "sample-", "sample_"],
        StringComparison.OrdinalIgnoreCase);

    public static bool IsPlaceholder(ReadOnlySpan<byte> secret)
    {
        if (secret.Length is < Shortest or > Longest || secret.ContainsAny(NoToken))
        {
            return false;
        }

        Span<char> chars = stackalloc char[Longest];
        return HasRunOrSequence(secret) || chars[..Encoding.Latin1.GetChars(secret, chars)].ContainsAny(Words);
    }

    private static bool HasRunOrSequence(ReadOnlySpan<byte> secret)
    {
        int same = 1, ascending = 1;
        for (var i = 1; i < secret.Length; i++)
        {
            var step = secret[i] - secret[i - 1];
            same = step == 0 ? same + 1 : 1;

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
