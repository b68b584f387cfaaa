using System.Buffers;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Scanning.Rules;

/// <summary>What a matched secret must pass, cheapest first: entropy floor, placeholder filter, validator. Then its verdict.</summary>
internal static class SecretCheck
{
    private const int StackChars = 512;

    public static bool Accepts(CompiledRule rule, ReadOnlySpan<byte> secret, out Verdict verdict)
    {
        verdict = Verdict.None;
        if (!Entropy.Reaches(secret, rule.Rule.EntropyFloor))
        {
            return false;
        }

        var isExample = PlaceholderFilter.IsPlaceholder(secret, rule.Rule.Generic, out var isMask);
        if (isExample && rule.Rule.Generic)
        {
            return false;
        }

        if (rule.Validator is not null && !Ask(rule.Validator, secret, out verdict))
        {
            return false;
        }

        // A right checksum says more than a word in the text, but not the word for "live" in a key that is crossed out.
        if ((isExample && (isMask || verdict != Verdict.LikelyLive)) || rule.IsKnownExample(secret))
        {
            verdict = Verdict.Example;
        }

        return true;
    }

    private static bool Ask(IRuleValidator validator, ReadOnlySpan<byte> secret, out Verdict verdict)
    {
        if (secret.Length <= StackChars)
        {
            Span<char> chars = stackalloc char[StackChars];
            return Ask(validator, chars[..Encoding.UTF8.GetChars(secret, chars)], out verdict);
        }

        var rented = ArrayPool<char>.Shared.Rent(secret.Length);
        var isValid = Ask(validator, rented.AsSpan(0, Encoding.UTF8.GetChars(secret, rented)), out verdict);
        ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return isValid;
    }

    private static bool Ask(IRuleValidator validator, ReadOnlySpan<char> secret, out Verdict verdict)
    {
        var isValid = validator.IsValid(secret);
        verdict = isValid ? validator.Judge(secret) : Verdict.None;
        return isValid;
    }
}
