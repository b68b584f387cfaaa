using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Validation;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>Evaluates texts with the rules of the generation in use, a few at a time: the lanes are those of the traffic.</summary>
internal sealed class RuleEvaluator(CurrentGeneration current, ScanLanes lanes) : IRuleEvaluator
{
    private const int MaxExamples = 1_000;
    private const int MaxTexts = 10_000;
    private const int MaxText = 64 * 1024;

    // What others wait for a lane meanwhile: a millisecond or two.
    private const int BytesAtATime = 64 * 1024;
    private const int TextsAtATime = 64;

    // Rules that are not for requests are in no index for them.
    private readonly ConditionalWeakTable<Generation, RuleIndex> _others = [];

    public ImmutableArray<string> MakeExamples(string detector, string rule, int count, int seed)
    {
        var known = current.Peek?.Catalogue.FirstOrDefault(each => each.IsUsed && each.Rule.Name == rule && each.Rule.Detector == detector);
        return known is null ? [] : [.. RuleExamples.Positives(known.Rule, Math.Clamp(count, 1, MaxExamples), seed).Take(Math.Clamp(count, 1, MaxExamples))];
    }

    public async ValueTask<RuleEvaluation> EvaluateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);

        // A copy: the list is the caller's.
        ImmutableArray<string> all = [.. texts.Take(MaxTexts + 1).Select(static text => WellFormedText.Of(text ?? ""))];
        if (all.Length > MaxTexts || all.Any(static text => text.Length > MaxText))
        {
            throw new ArgumentException($"There may be {MaxTexts} texts, each of at most {MaxText} characters.", nameof(texts));
        }

        using var lease = current.Acquire();
        if (lease is null)
        {
            return new RuleEvaluation([], [.. Enumerable.Range(0, all.Length)]);
        }

        ImmutableArray<RuleIndex> indexes = [lease.Generation.Rules, _others.GetValue(lease.Generation, static generation => IndexOfOthers(generation))];
        var matches = ImmutableArray.CreateBuilder<RuleMatch>();
        var missing = ImmutableArray.CreateBuilder<int>();
        for (var next = 0; next < all.Length;)
        {
            var end = EndOf(all, next);
            if (await TryAsync(indexes, all, next, end, matches, cancellationToken))
            {
                next = end;
                continue;
            }

            // One of them has a validator hang: each alone says which.
            for (; next < end; next++)
            {
                if (!await TryAsync(indexes, all, next, next + 1, matches, cancellationToken))
                {
                    missing.Add(next);
                }
            }
        }

        return new RuleEvaluation(matches.ToImmutable(), missing.ToImmutable());
    }

    private async ValueTask<bool> TryAsync(
        ImmutableArray<RuleIndex> indexes, ImmutableArray<string> texts, int start, int end, ImmutableArray<RuleMatch>.Builder matches, CancellationToken cancellationToken)
    {
        var job = new RuleEvaluationJob(indexes, texts, start, end);
        var outcome = await lanes.RunAsync(job, cancellationToken);
        if (outcome.Status != LaneStatus.Completed)
        {
            return false;
        }

        matches.AddRange(job.Matches);
        return true;
    }

    private static RuleIndex IndexOfOthers(Generation generation) => RuleIndex.Build(
        [.. generation.EnabledRules.Where(static rule => !rule.Stages.HasFlag(RuleStages.Request))], generation.Validators, new RuleIndexOptions { Stages = RuleStages.All }).Index;

    private static int EndOf(ImmutableArray<string> texts, int start)
    {
        var end = start;
        for (var length = 0; end < texts.Length && end - start < TextsAtATime && (end == start || length + texts[end].Length <= BytesAtATime); end++)
        {
            length += texts[end].Length;
        }

        return end;
    }
}
