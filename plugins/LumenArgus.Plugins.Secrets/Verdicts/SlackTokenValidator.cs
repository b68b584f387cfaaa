using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Tells a Slack token that is built as Slack builds them: numbers of team, user and app, then a long random part. Others may be older forms.</summary>
internal sealed class SlackTokenValidator : IRuleValidator
{
    public const string RuleName = "slack_token";

    private const int ShortestNumber = 9;
    private const int ShortestSecret = 20;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var hasNumber = false;
        var last = value;
        foreach (var range in value.Split('-'))
        {
            last = value[range];
            hasNumber |= last.Length >= ShortestNumber && last.IndexOfAnyExceptInRange('0', '9') < 0;
        }

        var isConfiguration = value.StartsWith("xoxe");
        return (hasNumber || isConfiguration) && last.Length >= ShortestSecret && last.IndexOfAnyInRange('0', '9') >= 0 ? Verdict.LikelyLive : Verdict.None;
    }
}
