using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Reads from the prefix of a key whether it belongs to the test mode of its issuer or to the live one.</summary>
internal static class KeyMode
{
    // secret-token:mercury_production has the most in front of its mode. What comes later is random and may hold such a word by chance.
    private const int PrefixSegments = 4;

    private static readonly string[] TestWords = ["test", "sandbox", "sbox", "sdbx", "sbx", "sb", "development", "hmlg"];
    private static readonly string[] LiveWords = ["live", "production", "prod", "prd"];

    public static Verdict Of(ReadOnlySpan<char> value)
    {
        var left = PrefixSegments;
        foreach (var range in value.SplitAny('_', '-', '$', ':'))
        {
            if (left-- == 0)
            {
                break;
            }

            if (IsOneOf(value[range], TestWords))
            {
                return Verdict.Test;
            }

            if (IsOneOf(value[range], LiveWords))
            {
                return Verdict.LikelyLive;
            }
        }

        return Verdict.None;
    }

    private static bool IsOneOf(ReadOnlySpan<char> segment, string[] words)
    {
        foreach (var word in words)
        {
            if (segment.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
