using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Mcp;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Inspection.Rules;

/// <summary>
/// Sees that the table of rules, or that of MCP tools, is another one than the generation was built from, whoever changed it: this process, a command, another program. Changes are collected
/// for a while, since a person who works on rules makes several. Also sees that a database works that did not when the generation was built.
/// </summary>
public sealed class RuleTableWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // What could not be put in use is not tried all the time.
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(30);

    private readonly IRuleStore _store;
    private readonly IMcpToolStore _tools;
    private readonly CurrentGeneration _current;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    /// <summary>Begins to watch.</summary>
    /// <param name="store">The table of rules.</param>
    /// <param name="tools">The lists of MCP tools.</param>
    /// <param name="current">The generation in use.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="rebuild">Puts a generation in use that is built from the table as it is then; never throws.</param>
    public RuleTableWatch(IRuleStore store, IMcpToolStore tools, CurrentGeneration current, TimeProvider clock, Func<Task> rebuild)
    {
        (_store, _tools, _current, _clock) = (store, tools, current, clock);
        _running = Task.Run(() => RunAsync(rebuild));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync(Func<Task> rebuild)
    {
        using var timer = new PeriodicTimer(Interval, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                if (await ReadAsync() is not { } read || _current.Peek is not { } generation || (generation.Table?.Revision == read.Revision && read.Lists.IsSame(generation.ToolLists.Table)))
                {
                    continue;
                }

                await Task.Delay(generation.Config.Rules.RebuildDelay, _clock, _stopping.Token);
                await rebuild();
                if (_current.Peek is not { Table: { } rules, ToolLists.Table: not null } || rules.Revision < read.Revision)
                {
                    await Task.Delay(RetryPause, _clock, _stopping.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task<(long Revision, McpToolListTable Lists)?> ReadAsync()
    {
        try
        {
            return (await _store.RevisionAsync(_stopping.Token), new McpToolListTable(await _tools.ListsAsync(_stopping.Token)));
        }
        catch (StoreException)
        {
            return null;
        }
    }
}
