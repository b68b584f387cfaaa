using System.Buffers;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Keys of Stripe. Paystack has the same prefixes with 40 hex digits behind them: those have their own rule.</summary>
internal sealed class StripeKeyValidator : IRuleValidator
{
    public const string RuleName = "stripe_key";
    private const int PaystackDigits = 40;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        var body = value[(value.LastIndexOf('_') + 1)..];
        return body.Length != PaystackDigits || body.ContainsAnyExcept(HexDigits);
    }

    public Verdict Judge(ReadOnlySpan<char> value) => KeyMode.Of(value);
}
