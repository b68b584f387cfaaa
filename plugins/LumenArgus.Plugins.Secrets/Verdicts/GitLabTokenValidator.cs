using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>
/// Routable tokens of GitLab: prefix and payload, a version (not in the first ones), then the length of the payload in two base36 digits and the CRC-32 of all
/// before it in seven (https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/). The older 20 letters tell nothing.
/// </summary>
internal sealed class GitLabTokenValidator : IRuleValidator
{
    public const string RuleName = "gitlab_token";
    private const int ShortestPayload = 27;
    private const int LengthDigits = 2;
    private const int ChecksumDigits = 7;
    private const int NumberBase = 36;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var payload = value.IndexOf('.') - value.IndexOf('-') - 1;
        if (payload < ShortestPayload || value.Length - value.LastIndexOf('.') - 1 != LengthDigits + ChecksumDigits)
        {
            return Verdict.None;
        }

        return TokenChecksum.Matches(value[..^ChecksumDigits], value[^ChecksumDigits..], NumberBase) ? Verdict.LikelyLive : Verdict.Invalid;
    }
}
