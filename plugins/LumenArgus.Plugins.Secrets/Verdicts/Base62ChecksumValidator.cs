using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>
/// Tokens of GitHub and npm: behind the prefix 30 random letters, then their CRC-32 in six base62 digits
/// (https://github.blog/engineering/behind-githubs-new-authentication-token-formats/). Longer forms (refresh tokens, signed installation tokens) tell nothing.
/// </summary>
internal sealed class Base62ChecksumValidator : IRuleValidator
{
    public const string RuleName = "base62_checksum";
    private const int RandomLetters = 30;
    private const int Digits = 6;
    private const int NumberBase = 62;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var body = value[(value.IndexOf('_') + 1)..];
        if (body.Length != RandomLetters + Digits || body.Contains('_'))
        {
            return Verdict.None;
        }

        return TokenChecksum.Matches(body[..RandomLetters], body[RandomLetters..], NumberBase) ? Verdict.LikelyLive : Verdict.Invalid;
    }
}
