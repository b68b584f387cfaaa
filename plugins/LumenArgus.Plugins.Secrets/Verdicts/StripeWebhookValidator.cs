using System.Buffers;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Signing secrets of webhooks. Those that <c>stripe listen</c> prints for a local listener have 64 hex digits, and no endpoint uses them.</summary>
internal sealed class StripeWebhookValidator : IRuleValidator
{
    public const string RuleName = "stripe_webhook";
    private const int LocalDigits = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var body = value[(value.IndexOf('_') + 1)..];
        return body.Length == LocalDigits && !body.ContainsAnyExcept(HexDigits) ? Verdict.Test : Verdict.None;
    }
}
