using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Checks the checksum of a family seed of the XRP Ledger, which has the digits of base58 in an order of its own.</summary>
internal sealed class RippleSeedValidator : IRuleValidator
{
    public const string RuleName = "ripple_seed";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value) => Base58.Ripple.HasChecksum(value) ? Verdict.LikelyLive : Verdict.Invalid;
}
