using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Keys that name their mode: <c>sk_test_</c>, <c>access_token$production$</c>, <c>SB-Mid-server-</c>.</summary>
internal sealed class KeyModeValidator : IRuleValidator
{
    public const string RuleName = "key_mode";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value) => KeyMode.Of(value);
}
