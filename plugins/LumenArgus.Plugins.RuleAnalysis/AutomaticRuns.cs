using LumenArgus.Abstractions.Host;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Compares the rules again when they are others than those that were compared last, and have been the same for a minute: rules come in many at a time.</summary>
internal sealed class AutomaticRuns(IPluginContext context, AnalysisRunner runner)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>Watches until the plugin stops; never fails.</summary>
    public async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Between, context.Clock);
        string? before = null;
        string? compared = null;
        try
        {
            while (await timer.WaitForNextTickAsync(context.Stopping))
            {
                await runner.ReadAsync(context.Stopping);
                var now = await HashAsync();

                // What failed is not tried again until the rules change.
                if (now is not null && now == before && now != compared && now != runner.Result?.RulesHash && runner.TryRun())
                {
                    compared = now;
                }

                before = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The plugin stops.
        }
    }

    /// <summary>What the rules are now; null if they cannot be read.</summary>
    private async ValueTask<string?> HashAsync()
    {
        try
        {
            return Comparison.HashOf(Comparison.Comparable(await context.Host.Rules.ListAsync(context.Stopping)));
        }
        catch (InvalidOperationException failure)
        {
            context.Logger.NoRules(failure.Message);
            return null;
        }
    }
}
