using Dapper;
using LumenArgus.Storage.Database;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Storage.Retention;

/// <summary>Deletes old rows of every table that grows, at start and once a day, a few at a time so that the writer is never held for long.</summary>
internal sealed partial class StoreRetention(StoreAccess store, StoreOptions options, TimeProvider clock, ILogger<StoreRetention> logger) : IAsyncDisposable
{
    private const int RowsAtOnce = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    // A tool stays as long as it is seen; a finding's time is that of its last sight.
    private static readonly (string Table, string Column, bool IsSeconds)[] Tables =
    [
        ("findings", "timestamp", false),
        ("ws_connections", "connected_at", true),
        ("mcp_tool_calls", "timestamp", false),
        ("mcp_detected_tools", "last_seen", false),
    ];

    private readonly CancellationTokenSource _ending = new();
    private Task _last = Task.CompletedTask;
    private ITimer? _timer;

    /// <summary>Runs now and from now on every day.</summary>
    public void Start() => _timer ??= clock.CreateTimer(_ => Run(), state: null, TimeSpan.Zero, Interval);

    /// <summary>Deletes what is old now.</summary>
    /// <returns>Number of rows deleted.</returns>
    public async Task<long> ApplyAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().AddDays(-options.RetentionDays);
        object text = StoreTime.Format(oldest);
        object seconds = oldest.ToUnixTimeMilliseconds() / 1000.0;
        var all = 0L;
        foreach (var (table, column, isSeconds) in Tables)
        {
            int deleted;
            do
            {
                deleted = await store.WriteAsync(
                    connection => connection.Execute(
                        $"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {column} < @limit LIMIT {RowsAtOnce})",
                        new { limit = isSeconds ? seconds : text }),
                    cancellationToken);
                all += deleted;
            }
            while (deleted == RowsAtOnce);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        await _ending.CancelAsync();
        await _last;
        _ending.Dispose();
    }

    private void Run()
    {
        if (_last.IsCompleted)
        {
            _last = ApplyLoggedAsync();
        }
    }

    private async Task ApplyLoggedAsync()
    {
        try
        {
            if (await ApplyAsync(_ending.Token) is var deleted and > 0)
            {
                Log.OldRowsDeleted(logger, deleted, options.RetentionDays);
            }
        }
        catch (StoreException exception)
        {
            Log.RetentionFailed(logger, exception.ShortReason);
        }
        catch (OperationCanceledException)
        {
            // The next start goes on.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4110, EventName = nameof(OldRowsDeleted), Level = LogLevel.Information, Message = "{Count} row(s) older than {Days} day(s) were deleted.")]
        public static partial void OldRowsDeleted(ILogger logger, long count, int days);

        [LoggerMessage(EventId = 4111, EventName = nameof(RetentionFailed), Level = LogLevel.Warning, Message = "Old rows were not deleted: {Reason}")]
        public static partial void RetentionFailed(ILogger logger, string reason);
    }
}
