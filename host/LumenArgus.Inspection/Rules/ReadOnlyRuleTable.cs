using LumenArgus.Storage.Rules;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Rules;

/// <summary>The table of a database that may belong to a running product, for commands that only look.</summary>
public sealed partial class ReadOnlyRuleTable(string path, ILogger<ReadOnlyRuleTable> logger) : IRuleTable
{
    /// <inheritdoc/>
    public Task<RuleTableSnapshot?> ReadAsync(RuleOrigins origins, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var table = RuleTableFile.TryRead(path, out var problem);
            if (problem is not null)
            {
                Log.RuleTableUnread(logger, problem);
            }

            return table is null ? null : new RuleTableSnapshot(table);
        },
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2052, EventName = nameof(RuleTableUnread), Level = LogLevel.Warning, Message = "The table of rules is left out, rules are used as they come: {Reason}")]
        public static partial void RuleTableUnread(ILogger logger, string reason);
    }
}
