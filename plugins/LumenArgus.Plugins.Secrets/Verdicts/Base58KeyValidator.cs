using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Checks the checksum of keys in base58: wallet import format, BIP-32 and Tezos. Keys of the test networks begin with letters of their own.</summary>
internal sealed class Base58KeyValidator : IRuleValidator
{
    public const string RuleName = "base58_key";

    private const int ShortestExtendedKey = 100;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value) =>
        !Base58.Bitcoin.HasChecksum(value) ? Verdict.Invalid
        : IsOfTestNetwork(value) ? Verdict.Test
        : Verdict.LikelyLive;

    // BIP-32 and SLIP-132: tprv, uprv, vprv. Wallet import format: the version byte 0xEF gives a 9 or, with the mark for compressed public keys, a c.
    private static bool IsOfTestNetwork(ReadOnlySpan<char> value) =>
        value.Length >= ShortestExtendedKey ? value[0] is 't' or 'u' or 'v' : value[0] is '9' or 'c';
}
