using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>What the page asks: results, how a run goes, and what an operator decides about rules. The host has it under <c>/api/v1/rules/analysis</c>, too.</summary>
internal sealed class AnalysisApi(IHostServices host, AnalysisRunner runner, bool automatic) : IApiHandler
{
    /// <inheritdoc/>
    public async ValueTask<ApiResponse?> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await runner.ReadAsync(cancellationToken);
        return (request.Method, request.Path) switch
        {
            ("GET", "analysis") => Json(await ResultsAsync(cancellationToken), AnalysisJson.Default.AnalysisAnswer),
            ("POST", "analysis") => runner.TryRun()
                ? Json(new StatusAnswer("started"), AnalysisJson.Default.StatusAnswer, status: 202)
                : Json(new ErrorAnswer("analysis_running", "A comparison runs. Wait for its end."), AnalysisJson.Default.ErrorAnswer, status: 409),
            ("GET", "analysis/status") => Json(State(request), AnalysisJson.Default.StateAnswer),
            ("POST", "analysis/dismiss") => await DismissAsync(request, cancellationToken),
            ("POST", "rules/disable") => await DisableAsync(request, cancellationToken),
            ("POST", "rules/review") => await ReviewAsync(request, cancellationToken),
            _ => null,
        };
    }

    private async ValueTask<AnalysisAnswer> ResultsAsync(CancellationToken cancellationToken)
    {
        var rules = Comparison.Comparable(await host.Rules.ListAsync(cancellationToken)).Length;
        var (result, state) = (runner.Result, runner.State);
        ImmutableArray<RulePair> Shown(ImmutableArray<RulePair>? pairs) => [.. (pairs ?? []).Where(pair => !runner.IsDismissed(pair))];
        return new AnalysisAnswer
        {
            HasResults = result is not null,
            NothingToCompare = NothingToCompare(rules, result),
            Automatic = automatic,
            Running = state.Running,
            Timestamp = result?.Timestamp,
            DurationS = result?.DurationS,
            TotalRules = result?.TotalRules ?? 0,
            WithoutTexts = result?.WithoutTexts ?? 0,
            NotEvaluated = result?.NotEvaluated ?? 0,
            Duplicates = Shown(result?.Duplicates),
            Subsets = Shown(result?.Subsets),
            Overlaps = Shown(result?.Overlaps),
            Dismissed = [.. (result?.Pairs() ?? []).Where(runner.IsDismissed)],
            Clusters = result?.Clusters ?? [],
            Quality = result?.Quality ?? new RuleQuality(),
        };
    }

    private static string? NothingToCompare(int rules, AnalysisResult? result) => (rules, result) switch
    {
        (0, _) => "No rule that looks at texts is in use: no plugin brings one, or they are switched off.",
        (1, _) => "Only one rule that looks at texts is in use.",
        (_, { TotalRules: < 2 }) => "At the last comparison there were not two rules yet. Compare them again.",
        (_, { } last) when last.WithoutTexts == last.TotalRules => "None of the rules has examples or a known format to make texts from.",
        _ => null,
    };

    private StateAnswer State(ApiRequest request)
    {
        var state = runner.State;
        var since = request.Query.TryGetValue("since", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 0, state.Log.Length) : 0;
        return new StateAnswer(state.Running, state.Phase, state.Progress, state.StartedAt, state.Error, state.Log[since..], state.Log.Length);
    }

    private async ValueTask<ApiResponse> DismissAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (Read(request, AnalysisJson.Default.DismissedPair) is not { RuleA.Length: > 0, RuleB.Length: > 0 } pair)
        {
            return Wrong("Send {\"rule_a\": NAME, \"rule_b\": NAME}.");
        }

        if (runner.Result?.Pairs().Any(known => known.IsOf(pair.RuleA, pair.RuleB)) != true)
        {
            return Json(new ErrorAnswer("not_found", "The newest result has no such pair."), AnalysisJson.Default.ErrorAnswer, status: 404);
        }

        return Json(new StatusAnswer(await runner.DismissAsync(pair.RuleA, pair.RuleB, cancellationToken) ? "dismissed" : "already_dismissed"), AnalysisJson.Default.StatusAnswer);
    }

    private async ValueTask<ApiResponse> DisableAsync(ApiRequest request, CancellationToken cancellationToken) =>
        Read(request, AnalysisJson.Default.RuleChoice) is not { Rule.Length: > 0 } choice ? Wrong("Send {\"rule\": NAME}.")
        : await host.Rules.SetEnabledAsync(choice.Rule, enabled: false, request.User, cancellationToken) ? Json(new StatusAnswer("disabled"), AnalysisJson.Default.StatusAnswer)
        : NoRow();

    private async ValueTask<ApiResponse> ReviewAsync(ApiRequest request, CancellationToken cancellationToken) =>
        Read(request, AnalysisJson.Default.RuleChoice) is not { Rule.Length: > 0 } choice ? Wrong("Send {\"rule\": NAME}.")
        : await host.Rules.SetReviewedAsync(choice.Rule, reviewed: true, request.User, cancellationToken) ? Json(new StatusAnswer("reviewed"), AnalysisJson.Default.StatusAnswer)
        : NoRow();

    private static T? Read<T>(ApiRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(request.Body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ApiResponse Wrong(string detail) => Json(new ErrorAnswer("invalid_request", detail), AnalysisJson.Default.ErrorAnswer, status: 400);

    private static ApiResponse NoRow() =>
        Json(new ErrorAnswer("not_found", "The table of rules has no such rule; without the database nothing can be decided here."), AnalysisJson.Default.ErrorAnswer, status: 404);

    private static ApiResponse Json<T>(T value, JsonTypeInfo<T> type, int status = 200) => ApiResponse.Json(JsonSerializer.SerializeToUtf8Bytes(value, type), status);
}
