using System.Security.Cryptography;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>
/// Accepts words that all stand in the English list of BIP-39, twelve of them or more. Each is 11 bits; the last bits, one for three words, are the start of the
/// SHA-256 of the bits before them.
/// </summary>
internal sealed class SeedPhraseValidator : IRuleValidator
{
    public const string RuleName = "seed_phrase";

    private const int MostWords = 24;
    private const int FewestWords = 12;
    private const int Step = 3;
    private const int BitsPerWord = 11;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<short> words = stackalloc short[MostWords];
        var count = Read(value, words);
        return IsLength(count) || (count > FewestWords && LengthOfPhrase(words[..count]) > 0);
    }

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        Span<short> words = stackalloc short[MostWords];
        var count = Read(value, words);
        var verdict = LengthOfPhrase(words[..count]) > 0 ? Verdict.LikelyLive : Verdict.Invalid;
        words.Clear();
        return verdict;
    }

    private static bool IsLength(int count) => count is >= FewestWords and <= MostWords && count % Step == 0;

    // Up to the first word that is not in the list: a sentence may go on behind a phrase.
    private static int Read(ReadOnlySpan<char> value, Span<short> words)
    {
        var count = 0;
        while (count < words.Length)
        {
            var start = value.IndexOfAnyInRange('a', 'z');
            if (start < 0)
            {
                break;
            }

            value = value[start..];
            var length = value.IndexOfAnyExceptInRange('a', 'z');
            var word = length < 0 ? value : value[..length];
            if (SeedWords.IndexOf(word) is not { } index)
            {
                break;
            }

            words[count++] = (short)index;
            value = value[word.Length..];
        }

        return count;
    }

    // The longest start with a right checksum; 0 if there is none.
    private static int LengthOfPhrase(ReadOnlySpan<short> words)
    {
        for (var count = words.Length - (words.Length % Step); count >= FewestWords; count -= Step)
        {
            if (HasChecksum(words[..count]))
            {
                return count;
            }
        }

        return 0;
    }

    private static bool HasChecksum(ReadOnlySpan<short> words)
    {
        Span<byte> bits = stackalloc byte[(MostWords * BitsPerWord / 8) + 1];
        bits.Clear();
        var position = 0;
        foreach (var word in words)
        {
            for (var bit = BitsPerWord - 1; bit >= 0; bit--, position++)
            {
                bits[position / 8] |= (byte)(((word >> bit) & 1) << (7 - (position % 8)));
            }
        }

        var checksumBits = words.Length / Step;
        var entropyBytes = (position - checksumBits) / 8;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bits[..entropyBytes], hash);
        var isRight = (hash[0] ^ bits[entropyBytes]) >> (8 - checksumBits) == 0;
        bits.Clear();
        return isRight;
    }
}
