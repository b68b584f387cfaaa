using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;
using LumenArgus.Testing.Storage;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>The product is killed while it answers: what was answered is in the audit log, and the database is sound and says nothing else.</summary>
public sealed class StoreKillTests
{
    private const int Clients = 8;

    [Fact]
    public async Task Serve_KilledUnderLoad_LosesNoAuditLineAndKeepsTheDatabaseSound()
    {
        var rows = 0;
        for (var run = 0; run < Soak.Times(2, 100); run++)
        {
            rows += await KillUnderLoadAsync(new Random(run), run % 2 == 0 ? "block" : "alert");
        }

        rows.ShouldBeGreaterThan(0, "nothing had reached the database when the product was killed");
    }

    private static async Task<int> KillUnderLoadAsync(Random random, string action)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output],
            UpstreamUrl = provider.Url,
            Action = action,
        });

        var answered = new ConcurrentQueue<string>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var least = random.Next(1, 400);
        using var client = new HttpClient { Timeout = Limits.Default };
        var load = Enumerable.Range(0, Clients).Select(number => Task.Run(() => SendAsync(client, product.Url, number, session =>
        {
            answered.Enqueue(session);
            if (answered.Count >= least)
            {
                enough.TrySetResult();
            }
        }))).ToArray();
        await enough.Task.WaitAsync(Limits.Default);
        if (action == "alert")
        {
            // Every other run: the first batch may still be collected when hundreds are answered, and an empty database is sound without effort.
            await FirstWriteAsync(client, product.Url);
        }

        // Somewhere between two commits, or in one.
        await Task.Delay(random.Next(60));
        using (var process = Process.GetProcessById(product.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await Task.WhenAll(load).WaitAsync(Limits.Default);
        var (sessions, exchanges) = ReadAudit(product.Home);
        answered.Except(sessions).ShouldBeEmpty("an exchange was answered without its audit line");

        var database = Path.Combine(product.Home, "analytics.db");
        StoreCheck.Problems(database).ShouldBeEmpty();
        var stored = StoreCheck.Texts(database, "SELECT exchange_id FROM findings");
        stored.Except(exchanges).ShouldBeEmpty("a finding is stored that the audit log does not have");
        return stored.Count;
    }

    private static async Task FirstWriteAsync(HttpClient client, string url)
    {
        string metrics;
        do
        {
            metrics = await client.GetStringAsync(url + "/metrics");
        }
        while (!metrics.Split('\n').Any(static line => line.StartsWith("lumen_argus_store_written_total ", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal)));
    }

    /// <summary>Sends one request after the other, each a conversation of its own, until nobody answers.</summary>
    private static async Task SendAsync(HttpClient client, string url, int number, Action<string> answered)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var session = $"kill-{number}-{i}";
                using var request = new HttpRequestMessage(HttpMethod.Post, url + "/v1/messages")
                {
                    Content = new StringContent(Bodies.Anthropic($"turn {i} key {Bodies.AwsKey}"), Encoding.UTF8, "application/json"),
                };
                request.Headers.Add("x-session-id", session);
                using var response = await client.SendAsync(request);
                answered(session);
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static (HashSet<string> Sessions, HashSet<string> Exchanges) ReadAudit(string home)
    {
        var (sessions, exchanges) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in Directory.EnumerateFiles(Path.Combine(home, "audit")).SelectMany(File.ReadAllLines))
        {
            using var entry = JsonDocument.Parse(line);
            sessions.Add(entry.RootElement.GetProperty("session_id").GetString()!);
            exchanges.Add(entry.RootElement.GetProperty("exchange_id").GetString()!);
        }

        return (sessions, exchanges);
    }
}
