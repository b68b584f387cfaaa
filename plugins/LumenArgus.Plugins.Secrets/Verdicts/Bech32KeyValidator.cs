using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Checks the checksum of keys in Bech32 (BIP-173): age, Cardano, Sui and Nostr. All of one case, a readable part, the last 1, digits of five bits.</summary>
internal sealed class Bech32KeyValidator : IRuleValidator
{
    public const string RuleName = "bech32_key";

    private const string Digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    // The remainder that a right text leaves (BIP-173).
    private const uint Right = 1;

    private static readonly uint[] Generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var separator = value.LastIndexOf('1');
        if (separator < 1)
        {
            return Verdict.Invalid;
        }

        var rest = 1u;
        foreach (var letter in value[..separator])
        {
            rest = Step(rest, (uint)char.ToLowerInvariant(letter) >> 5);
        }

        rest = Step(rest, 0);
        foreach (var letter in value[..separator])
        {
            rest = Step(rest, (uint)char.ToLowerInvariant(letter) & 31);
        }

        foreach (var letter in value[(separator + 1)..])
        {
            var digit = Digits.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            if (digit < 0)
            {
                return Verdict.Invalid;
            }

            rest = Step(rest, (uint)digit);
        }

        return rest == Right ? Verdict.LikelyLive : Verdict.Invalid;
    }

    private static uint Step(uint rest, uint digit)
    {
        var top = rest >> 25;
        rest = ((rest & 0x1ffffff) << 5) ^ digit;
        for (var i = 0; i < Generator.Length; i++)
        {
            rest ^= ((top >> i) & 1) != 0 ? Generator[i] : 0;
        }

        return rest;
    }
}
