using LumenArgus.Storage.Database;
using LumenArgus.Storage.Rules;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Rules;

/// <summary>The table of the store; it follows plugins and configuration.</summary>
internal sealed partial class StoreRuleTable(IRuleStore store, ILogger<StoreRuleTable> logger) : IRuleTable
{
    public async Task<RuleTableSnapshot?> ReadAsync(RuleOrigins origins, CancellationToken cancellationToken)
    {
        var reconciler = new RuleReconciler(origins);
        try
        {
            var table = await store.ChangeAsync(reconciler.Plan, cancellationToken);
            foreach (var problem in reconciler.Problems)
            {
                Log.RuleHasNoRow(logger, problem);
            }

            return new RuleTableSnapshot(table);
        }
        catch (StoreException failure)
        {
            Log.RuleTableFailed(logger, failure.ShortReason);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2050, EventName = nameof(RuleHasNoRow), Level = LogLevel.Warning, Message = "The {Problem}; it cannot be changed there")]
        public static partial void RuleHasNoRow(ILogger logger, string problem);

        [LoggerMessage(
            EventId = 2051,
            EventName = nameof(RuleTableFailed),
            Level = LogLevel.Warning,
            Message = "The table of rules cannot be used, what was read of it before stays in use: {Reason}")]
        public static partial void RuleTableFailed(ILogger logger, string reason);
    }
}
