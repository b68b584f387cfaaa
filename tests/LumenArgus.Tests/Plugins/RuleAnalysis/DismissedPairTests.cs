using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Plugins.RuleAnalysis;
using NSubstitute;

namespace LumenArgus.Tests.Plugins.RuleAnalysis;

public sealed class DismissedPairTests
{
    private readonly SlowKv _kv = new();
    private readonly AnalysisRunner _runner;

    public DismissedPairTests()
    {
        var host = Substitute.For<IHostServices>();
        host.Kv.Returns(_kv);
        _runner = new AnalysisRunner(host, new AnalysisOptions());
    }

    [Fact]
    public async Task DismissAsync_WhileTheDatabaseIsAway_CanBeTriedAgain()
    {
        _kv.First = () => throw new InvalidOperationException("locked");

        await Should.ThrowAsync<InvalidOperationException>(async () => await _runner.DismissAsync("a", "b", CancellationToken.None));

        (await _runner.DismissAsync("b", "a", CancellationToken.None)).ShouldBeTrue();
        (await _runner.DismissAsync("a", "b", CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task DismissAsync_TwoAtOnce_KeepsBoth()
    {
        var (begun, may) = (new TaskCompletionSource(), new TaskCompletionSource());
        _kv.First = () =>
        {
            begun.SetResult();
            return may.Task;
        };

        var first = _runner.DismissAsync("a", "b", CancellationToken.None);
        await begun.Task;

        // Would be written before the first one, and then lost with it.
        var second = _runner.DismissAsync("c", "d", CancellationToken.None);
        may.SetResult();
        await Task.WhenAll(first, second);

        _kv.Stored.ShouldContain("\"a\"");
        _kv.Stored.ShouldContain("\"c\"");
    }

    /// <summary>Keeps what was written last; the first write takes its time.</summary>
    private sealed class SlowKv : IPluginKv
    {
        private int _writes;

        public Func<Task> First { get; set; } = static () => Task.CompletedTask;

        public string Stored { get; private set; } = "";

        public async ValueTask SetAsync(string key, string value, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _writes) == 1)
            {
                await First();
            }

            Stored = value;
        }

        public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken) => new((string?)null);

        public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken) => new(false);

        public ValueTask<ImmutableArray<string>> KeysAsync(string prefix, CancellationToken cancellationToken) => new([]);
    }
}
