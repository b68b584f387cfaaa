using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Judges Anthropic keys by their length and end, and leaves the tokens of a signed-in person to their own rule.</summary>
internal sealed class AnthropicKeyValidator : IRuleValidator
{
    public const string RuleName = "anthropic_key";

    private const string ApiKey = "sk-ant-api03-";
    private const string AdminKey = "sk-ant-admin01-";
    private const int BodyLength = 95;

    // All that have been issued end like this.
    private const string End = "AA";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => value.Length > 0 && !IsOAuth(value);

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var prefix = value.StartsWith(ApiKey) ? ApiKey.Length : value.StartsWith(AdminKey) ? AdminKey.Length : value.Length;
        return value.Length - prefix == BodyLength && value.EndsWith(End) ? Verdict.LikelyLive : Verdict.None;
    }

    // sk-ant-oat01-, sk-ant-ort01-
    private static bool IsOAuth(ReadOnlySpan<char> value) =>
        value.Length > 13 && (value.StartsWith("sk-ant-oat") || value.StartsWith("sk-ant-ort")) && char.IsAsciiDigit(value[10]) && char.IsAsciiDigit(value[11]) && value[12] == '-';
}
