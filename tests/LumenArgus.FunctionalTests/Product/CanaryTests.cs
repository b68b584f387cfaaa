using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;
using Microsoft.Data.Sqlite;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>A matched secret never leaves memory: planted ones are looked for in everything the product writes, says and shows.</summary>
public sealed class CanaryTests
{
    private const string Password = "Zq7vR2mX9kLp4TwB8nYc3HdF6";

    [Theory]
    [InlineData(PolicyAction.Alert)]
    [InlineData(PolicyAction.Block)]
    public async Task PlantedSecrets_AppearInNothingTheProductWrites(PolicyAction action)
    {
        await using var provider = await StandInProvider.StartAsync();
        IReadOnlyDictionary<string, string> files;
        var said = new StringBuilder();
        var host = await ProductHost.StartAsync(provider.BaseAddress, config => config with { DefaultAction = action }, static folder =>
            folder.With(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary, TestPlugins.Throwing));
        await using (host)
        {
            using (var response = await host.PostAsync($"/v1/messages?key={Bodies.AwsKey}", Body(), ("x-api-key", Bodies.AwsKey)))
            {
                // The answer of the stand-in may quote the prompt; the product's own answer may not.
                if (action == PolicyAction.Block)
                {
                    said.Append(await response.Content.ReadAsStringAsync());
                }
            }

            var record = await host.Sink.NextCompletedAsync();
            record.Scan.Findings.ShouldContain(static finding => finding.Type == "aws_access_key");
            said.Append(record).AppendJoin('\n', record.Scan.Findings)
                .Append(await host.Client.GetStringAsync("/metrics")).Append(await host.Client.GetStringAsync("/health"));
            await host.StopAsync();
            said.Append(host.Logs);
            files = host.HomeFiles();
        }

        foreach (var secret in new[] { Bodies.AwsKey, Password })
        {
            said.ToString().ShouldNotContain(secret);
            files.Where(file => file.Value.Contains(secret, StringComparison.Ordinal)).Select(static file => file.Key).ShouldBeEmpty();
        }

        // Negative control: the same look finds what is there.
        files.Values.ShouldContain(static text => text.Contains("aws_access_key", StringComparison.Ordinal));
        files.Values.ShouldContain(static text => text.Contains("AKIA****", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlantedSecrets_WhileTheProductRuns_AreNotInTheDatabaseItsLogOrCopies()
    {
        var database = "";
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, config =>
        {
            database = config.Analytics.DbPath;
            return config;
        });
        using (var response = await host.PostAsync("/v1/messages", Body(), ("x-api-key", Bodies.AwsKey), ("x-session-id", "s1")))
        {
            await host.Sink.NextCompletedAsync();
        }

        await StoreRows.WaitAsync(host, static rows => rows.Any(static row => row.FindingType == "aws_access_key"));
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString()))
        {
            connection.Open();
            using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "VACUUM INTO $copy";
            vacuum.Parameters.AddWithValue("$copy", database + ".vacuum");
            vacuum.ExecuteNonQuery();
            using var backup = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database + ".backup", Pooling = false }.ToString());
            connection.BackupDatabase(backup);
        }

        var files = host.HomeFiles();

        foreach (var secret in new[] { Bodies.AwsKey, Password, "4111 1111 1111 1111", "4111111111111111" })
        {
            files.Where(file => file.Value.Contains(secret, StringComparison.Ordinal)).Select(static file => file.Key).ShouldBeEmpty();
        }

        // Negative control: what of a finding may be kept is seen in each of them. The rows are still in the log only.
        foreach (var file in new[] { database + "-wal", database + ".vacuum", database + ".backup" })
        {
            files[file].ShouldContain("AKIA****", customMessage: file);
        }
    }

    private static string Body() =>
        $$"""{"model":"m-{{Bodies.AwsKey}}","metadata":{"user_id":"{{Bodies.AwsKey}}"},"{{Bodies.AwsKey}}":"x","messages":[{"role":"user","content":"key {{Bodies.AwsKey}} password = \"{{Password}}\" 4111 1111 1111 1111"}]}""";
}
