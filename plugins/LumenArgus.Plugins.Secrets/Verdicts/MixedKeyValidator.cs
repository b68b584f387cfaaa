using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Keys whose prefix is an everyday word (<c>live_</c>): the rest must not be a name as programmers write them.</summary>
internal sealed class MixedKeyValidator : IRuleValidator
{
    public const string RuleName = "mixed_key";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => RandomTokenValidator.IsToken(value);

    public Verdict Judge(ReadOnlySpan<char> value) => KeyMode.Of(value);
}
