using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1.Tests;

public sealed class FileNotifierTests
{
    [Fact]
    public async Task Notify_Message_AppendsALine()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("SAMPLE-ID-").FullName, "findings.log");
        await using var host = await Plugin.LoadAsync();

        var result = await host.CallAsync<INotifierBuilder, DeliveryResult>(async (builder, token) =>
        {
            await using var notifier = builder.Build(Channel(file))!;
            return await notifier.NotifyAsync(new Notification { Findings = [], Count = 0, Provider = "anthropic", Timestamp = DateTimeOffset.UnixEpoch }, token);
        });

        Assert.Equal(DeliveryStatus.Sent, result.Status);
        Assert.StartsWith("1970-01-01 00:00:00Z anthropic", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task FindProblem_RelativePath_IsTold()
    {
        await using var host = await Plugin.LoadAsync();

        Assert.NotNull(await host.CallAsync<INotifierBuilder, string?>(static builder => builder.FindProblem(Channel("findings.log"))));
    }

    private static ChannelInfo Channel(string file) =>
        new() { Id = 1, Name = "test", Type = "SAMPLE-ID", Settings = ImmutableDictionary<string, string>.Empty.Add("file", file) };
}
