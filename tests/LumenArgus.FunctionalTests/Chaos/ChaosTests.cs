using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>
/// Everything that goes wrong between a tool and a provider, at random and many at a time, while the disk is full for a while. What the caller sees is what happened, the only
/// failures of the proxy itself are 502 and 504, and when it is over nothing is left: no open exchange, no socket, no memory.
/// </summary>
public sealed class ChaosTests
{
    private const int SaidLines = 20;

    // One request in a hundred waits for twelve seconds; many at a time, or the long form would do nothing else.
    private static readonly int Workers = Soak.Times(8, 32);

    [Fact]
    public async Task Misfortunes_OfAllKinds_LeaveNothingBehind()
    {
        using var limit = new CancellationTokenSource(Soak.Limit);
        var rounds = Soak.Times(400, 100_000);
        await using var upstream = ChaosUpstream.Start();
        await using var plain = new PlainListener();
        await using var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output],
            UpstreamUrl = upstream.Uri.ToString().TrimEnd('/'),
            ExtraConfiguration = $"""
                    no-tls: https://127.0.0.1:{plain.Port}
                    no-name: http://no-such-host.invalid
                    no-port: http://127.0.0.1:{FreePort.Find()}
                  timeout: 12
                  connect_timeout: 12
                  retries: 0
                """,
            SurvivesFileSizeLimit = OperatingSystem.IsLinux(),
        });
        using var stalls = new StallWatch();
        var watch = new ProcessWatch(product.ProcessId);
        await RunAsync(product, stalls, seed: 1, Math.Min(200, rounds / 4), limit.Token);
        await SettledAsync(product.Url, limit.Token);
        var before = watch.Read();

        var half = RunAsync(product, stalls, seed: 2, rounds / 2, limit.Token);
        FillDisk(product, isFull: true);
        await half;
        FillDisk(product, isFull: false);
        await RunAsync(product, stalls, seed: 3, rounds / 2, limit.Token);

        await SettledAsync(product.Url, limit.Token);

        // Connections to the provider stay in the pool for ten seconds.
        while (watch.Read().Sockets > before.Sockets + 2)
        {
            await Task.Yield();
            limit.Token.ThrowIfCancellationRequested();
        }

        watch.Read().Memory.ShouldBeLessThan(before.Memory + 120_000_000);

        // The database is tried again after a while.
        using var client = new HttpClient();
        while ((await client.GetStringAsync(product.Url + "/health", limit.Token)).Contains("\"degraded\":true", StringComparison.Ordinal))
        {
            await Task.Yield();
        }
    }

    private static void FillDisk(ProductProcess product, bool isFull)
    {
        if (OperatingSystem.IsLinux())
        {
            product.LimitFileSize(isFull ? 1 : null);
        }
    }

    private static async Task RunAsync(ProductProcess product, StallWatch stalls, int seed, int rounds, CancellationToken cancellationToken)
    {
        var next = -1;
        var port = new Uri(product.Url).Port;
        using var wrong = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(
            async () =>
            {
                var random = new Random((seed * 1000) + worker);
                for (var round = Interlocked.Increment(ref next); round < rounds && !wrong.IsCancellationRequested; round = Interlocked.Increment(ref next))
                {
                    try
                    {
                        await SufferAsync(port, stalls, Choose(random), withKey: random.Next(4) == 0, $"seed {seed}, round {round}", cancellationToken);
                    }
                    catch (Exception failure)
                    {
                        // The others end, or the one that is left would do the work of all.
                        await wrong.CancelAsync();
                        var log = string.Join('\n', product.StandardError.Split('\n').TakeLast(SaidLines));
                        throw new InvalidOperationException($"{failure.Message}\n{stalls}\n{log}", failure);
                    }
                }
            },
            cancellationToken)));
    }

    private static async Task SufferAsync(int port, StallWatch stalls, Misfortune misfortune, bool withKey, string when, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        string When() => $"{when}, after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s";
        try
        {
            var answer = await ChaosClient.SendAsync(port, misfortune, withKey, cancellationToken);
            if (answer.Status != 504 || !stalls.StoodStillSince(started))
            {
                answer.ShouldBeThatOf(misfortune, When());
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            throw new InvalidOperationException($"{misfortune.Name}, {When()}: {failure.Message}", failure);
        }
    }

    private static Misfortune Choose(Random random)
    {
        var number = random.Next(Misfortune.All.Sum(static each => each.Weight));
        foreach (var misfortune in Misfortune.All)
        {
            number -= misfortune.Weight;
            if (number < 0)
            {
                return misfortune;
            }
        }

        throw new InvalidOperationException("The weights changed.");
    }

    // The request for the metrics is not one of those that count.
    private static async Task SettledAsync(string url, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        while (!(await client.GetStringAsync(url + "/metrics", cancellationToken)).Contains("lumen_argus_active_requests 0\n", StringComparison.Ordinal))
        {
            await Task.Yield();
        }
    }

    /// <summary>What the operating system knows of a process; nothing where it does not tell (Linux only).</summary>
    private sealed class ProcessWatch(int processId)
    {
        public (int Sockets, long Memory) Read()
        {
            if (!OperatingSystem.IsLinux())
            {
                return default;
            }

            var sockets = new DirectoryInfo($"/proc/{processId}/fd").EnumerateFileSystemInfos().Count(static file => file.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true);
            var memory = File.ReadLines($"/proc/{processId}/status").First(static line => line.StartsWith("VmRSS", StringComparison.Ordinal));
            return (sockets, 1024 * long.Parse(memory.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture));
        }
    }
}
