using System.Buffers;
using System.Text;

namespace LumenArgus.Scanning.Rules;

/// <summary>What a matched secret must pass: entropy floor, then validator.</summary>
internal static class SecretCheck
{
    private const int StackChars = 512;

    public static bool Accepts(CompiledRule rule, ReadOnlySpan<byte> secret)
    {
        if (!Entropy.Reaches(secret, rule.Rule.EntropyFloor))
        {
            return false;
        }

        if (rule.Validator is null)
        {
            return true;
        }

        if (secret.Length <= StackChars)
        {
            Span<char> chars = stackalloc char[StackChars];
            return rule.Validator.IsValid(chars[..Encoding.UTF8.GetChars(secret, chars)]);
        }

        var rented = ArrayPool<char>.Shared.Rent(secret.Length);
        var isValid = rule.Validator.IsValid(rented.AsSpan(0, Encoding.UTF8.GetChars(secret, rented)));
        ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return isValid;
    }
}
