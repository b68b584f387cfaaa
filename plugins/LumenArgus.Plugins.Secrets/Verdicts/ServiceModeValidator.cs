using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Tells keys of the test mode or sandbox of a service from live ones by the mark in their prefix.</summary>
internal sealed class ServiceModeValidator : IRuleValidator
{
    public const string RuleName = "service_mode";

    // Behind it the random part begins in all formats that have a mark.
    private const int LongestPrefix = 12;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var prefix = value[..Math.Min(value.Length, LongestPrefix)];
        return prefix.Contains("test", StringComparison.Ordinal) || prefix.Contains("sandbox", StringComparison.Ordinal) || prefix.StartsWith("EZTK") ? Verdict.Test
            : prefix.Contains("live", StringComparison.Ordinal) || prefix.StartsWith("EZAK") ? Verdict.LikelyLive
            : Verdict.None;
    }
}
