using System.Globalization;
using LumenArgus.Benchmarks.Reports;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Streams;

/// <summary>
/// Each target in turn, in another order each round: requests one after the other for the first event; so many streams at once for the delay of each event. Then again while LumenArgus
/// looks at large bodies, whichever target is measured: what is above direct is then not the machine's load.
/// </summary>
internal sealed class StreamsRun(int rounds, int streams, int megabytes)
{
    private const int FirstEvents = 100;
    private const int WarmUps = 300;
    private static readonly int[] Sizes = [2, 100];
    private static readonly StampedStream Short = new(1, TimeSpan.Zero);
    private static readonly StampedStream Long = new(200, TimeSpan.FromMilliseconds(10));

    private readonly BodyPool _bodies = new();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var conditions = RunConditions.Begin();
        await using var stage = await Stage.StartAsync(nginx: null, withResponses: false, cancellationToken);
        foreach (var target in stage.Targets)
        {
            await FirstAsync(target, Sizes[0], WarmUps, cancellationToken);
            await LateAsync(target, Sizes[0], cancellationToken);
        }

        var quiet = await MeasureAsync(stage, Sizes, cancellationToken);
        var (beside, large) = (new Dictionary<(int, Target), List<StreamsFigures>>(), 0);
        if (stage.Targets.FirstOrDefault(static target => target.Name == Product.Name) is { } product)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var bodies = new LargeBodies(product, megabytes);
            var sending = Task.Run(() => bodies.RunAsync(stop.Token), cancellationToken);
            beside = await MeasureAsync(stage, [Sizes[0]], cancellationToken);
            await stop.CancelAsync();
            large = await sending;
        }

        conditions = conditions.End();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# Streams, {conditions.Started:yyyy-MM-dd HH:mm} UTC\n"));
        Console.WriteLine($"- Version {RunConditions.Version}; {RunConditions.Machine}.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"- First event: median of {FirstEvents} requests one after the other. Delay: {streams} streams at once of {Long.Events} events every {Long.Gap.TotalMilliseconds} ms. Median of {rounds} rounds; load average before {conditions.LoadBefore}, after {conditions.LoadAfter}. Milliseconds.\n"));
        Write("Nothing else happens", quiet, stage.Targets);
        Write($"While bodies of {megabytes} MB are looked at ({large} of them)", beside, stage.Targets);
        return 0;
    }

    private static void Write(string title, Dictionary<(int Size, Target Target), List<StreamsFigures>> results, IReadOnlyList<Target> targets)
    {
        Console.WriteLine($"## {title}\n");
        Console.WriteLine("| KB | target | first event | above direct | delay p50 | above direct | delay p99 | above direct |");
        Console.WriteLine("|---:|---|---:|---:|---:|---:|---:|---:|");
        foreach (var ((size, target), figures) in results.OrderBy(static result => result.Key.Size))
        {
            var (own, direct) = (StreamsFigures.Median(figures), results[(size, targets[0])]);

            // Round by round: what hit both is in neither.
            var above = StreamsFigures.Median([.. figures.Zip(direct, static (one, other) => new StreamsFigures(one.First - other.First, one.LateHalf - other.LateHalf, one.Late99 - other.Late99))]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {size} | {target.Name} | {own.First:F2} | {above.First:F2} | {own.LateHalf:F3} | {above.LateHalf:F3} | {own.Late99:F2} | {above.Late99:F2} |"));
        }

        Console.WriteLine();
    }

    private async Task<Dictionary<(int Size, Target Target), List<StreamsFigures>>> MeasureAsync(Stage stage, int[] sizes, CancellationToken cancellationToken)
    {
        var results = new Dictionary<(int Size, Target Target), List<StreamsFigures>>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var size in sizes)
            {
                for (var i = 0; i < stage.Targets.Count; i++)
                {
                    var target = stage.Targets[(i + round) % stage.Targets.Count];
                    if (!results.TryGetValue((size, target), out var list))
                    {
                        results[(size, target)] = list = [];
                    }

                    list.Add(StreamsFigures.From(await FirstAsync(target, size, FirstEvents, cancellationToken), await LateAsync(target, size, cancellationToken)));
                }
            }

            await Console.Error.WriteLineAsync($"round {round + 1} of {rounds}");
        }

        return results;
    }

    private async Task<IReadOnlyList<double>> FirstAsync(Target target, int kilobytes, int times, CancellationToken cancellationToken)
    {
        using var connection = new StreamConnection(target.Endpoint, new StampedRequest(target.Endpoint, _bodies, kilobytes, Short));
        for (var i = 0; i < times; i++)
        {
            await connection.RunAsync(toItsEnd: true, cancellationToken);
        }

        return connection.First;
    }

    private async Task<List<double>> LateAsync(Target target, int kilobytes, CancellationToken cancellationToken)
    {
        var connections = Enumerable.Range(0, streams).Select(_ => new StreamConnection(target.Endpoint, new StampedRequest(target.Endpoint, _bodies, kilobytes, Long))).ToList();
        try
        {
            await Task.WhenAll(connections.Select(connection => connection.RunAsync(toItsEnd: true, cancellationToken)));
            return [.. connections.SelectMany(static connection => connection.Late)];
        }
        finally
        {
            connections.ForEach(static connection => connection.Dispose());
        }
    }
}
