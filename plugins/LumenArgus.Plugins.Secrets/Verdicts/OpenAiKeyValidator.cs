using System.Buffers;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Tells the keys of OpenAI, in which its name stands in base64, from those that other providers of its interface make with the same prefix.</summary>
internal sealed class OpenAiKeyValidator : IRuleValidator
{
    public const string RuleName = "openai_key";

    private const string Prefix = "sk-";
    private const string NameInBase64 = "T3BlbkFJ";
    private const int HexDigitsOfOthers = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public string Name => RuleName;

    // 32 hex digits are those of DeepSeek and DashScope, which have their own rule.
    public bool IsValid(ReadOnlySpan<char> value) =>
        value.Length != Prefix.Length + HexDigitsOfOthers || value[Prefix.Length..].IndexOfAnyExcept(HexDigits) >= 0;

    public Verdict Judge(ReadOnlySpan<char> value) => value.Contains(NameInBase64, StringComparison.Ordinal) ? Verdict.LikelyLive : Verdict.None;
}
