using System.Collections.Concurrent;
using System.Diagnostics;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>What an open overview asks while findings come in: its rows every three seconds, its state every fifteen, its figures every thirty.</summary>
internal sealed class PageReads(HttpClient client)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(3);

    private readonly ConcurrentBag<double> _times = [];
    private readonly ConcurrentBag<string> _problems = [];

    public IReadOnlyCollection<double> Times => _times;

    public IReadOnlyCollection<string> Problems => _problems;

    public double P99 => _times.IsEmpty ? 0 : _times.Order().ElementAt((int)Math.Ceiling(0.99 * _times.Count) - 1);

    /// <summary>One page, from a moment of its own on.</summary>
    /// <param name="phase">From 0 to 1: pages were not all opened together.</param>
    /// <param name="stop">Ends it.</param>
    public async Task RunAsync(double phase, CancellationToken stop)
    {
        try
        {
            await Task.Delay(Step * phase, stop);
            for (var step = (int)(phase * 1_000) % 10; ; step++)
            {
                await AskAsync("findings?limit=9", stop);
                if (step % 5 == 0)
                {
                    await AskAsync("status", stop);
                }

                if (step % 10 == 0)
                {
                    await AskAsync("stats?days=30", stop);
                    await AskAsync("stats/advanced?days=30", stop);
                    await AskAsync("sessions/dashboard?limit=6", stop);
                }

                await Task.Delay(Step, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the measurement.
        }
    }

    private async Task AskAsync(string path, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), stop);
            await answer.Content.CopyToAsync(Stream.Null, stop);
            if (!answer.IsSuccessStatusCode)
            {
                _problems.Add($"{path}: {(int)answer.StatusCode}");
            }

            _times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (HttpRequestException problem)
        {
            _problems.Add($"{path}: {problem.Message}");
        }
    }
}
