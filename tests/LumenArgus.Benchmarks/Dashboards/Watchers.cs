using System.Diagnostics;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>A process of its own for all who look: in that of the load generator they would delay what is measured there.</summary>
internal sealed class Watchers : IAsyncDisposable
{
    private readonly Process _process;

    private Watchers(Process process) => _process = process;

    /// <summary>Starts it, and waits until all streams are open.</summary>
    public static async Task<Watchers> StartAsync(Dashboard dashboard, DashboardsLoad load, CancellationToken cancellationToken)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("this process has no path");

        // Everybody else goes first: in life they read on other machines.
        var start = new ProcessStartInfo("nice", ["-n", "19", program]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            WatchersCommand.Name, "--port", $"{dashboard.Endpoint.Port}", "--readers", $"{load.Readers}", "--slow", $"{load.Slow}", .. load.AsksLikeAPage ? (string[])["--pages"] : [],
        ];
        foreach (var argument in Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(Watchers).Assembly.Location, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[WatchersCommand.TokenVariable] = dashboard.Token;
        var watchers = new Watchers(Process.Start(start) ?? throw new InvalidOperationException("the readers did not start"));
        var line = await watchers._process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line != WatchersCommand.Ready)
        {
            await watchers.DisposeAsync();
            throw new InvalidOperationException($"the readers did not start: {line}");
        }

        return watchers;
    }

    /// <summary>Ends it.</summary>
    /// <returns>What it saw.</returns>
    public async Task<WatchersSummary> EndAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        return WatchersSummary.Parse(await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("the readers ended"));
    }

    public ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
