using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Storage;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Dashboard.Api;

/// <summary>The words that filters take.</summary>
internal static class Words
{
    public static ImmutableArray<string> Formats { get; } = ["csv", "json"];

    public static ImmutableArray<string> Severities { get; } = [.. Enum.GetValues<Severity>().Select(WireNames.Of)];

    public static ImmutableArray<string> Actions { get; } = [.. Enum.GetValues<PolicyAction>().Select(WireNames.Of)];

    public static ImmutableArray<string> Verdicts { get; } = [.. Enum.GetValues<Verdict>().Select(WireNames.Of).OfType<string>()];

    public static ImmutableArray<string> Origins { get; } = [.. Enum.GetValues<FindingOrigin>().Select(WireNames.Of)];

    public static ImmutableArray<string> Tiers { get; } = [RuleTier.Community, RuleTier.Pro, RuleTier.Custom];
}
