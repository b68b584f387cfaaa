using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginTesting;

namespace Plugin._1.Tests;

public sealed class GreetCommandTests
{
    [Fact]
    public async Task Run_Twice_Counts()
    {
        await using var host = await Plugin.LoadAsync();

        Assert.Equal("Hello ann, greeted 1 times", await RunAsync(host));
        Assert.Equal("HELLO ANN, GREETED 2 TIMES", await RunAsync(host, "loud"));
    }

    private static async Task<string> RunAsync(PluginTestHost host, params string[] options)
    {
        using var output = new StringWriter();
        var arguments = new Dictionary<string, ImmutableArray<string>> { ["name"] = ["ann"] };
        var call = new CommandCall("SAMPLE-ID", arguments, options.ToDictionary(static option => option, static _ => ImmutableArray<string>.Empty), output, TextWriter.Null);
        Assert.Equal(0, await host.CallAsync<ICommand, int>((command, token) => command.RunAsync(call, token)));
        return output.ToString().TrimEnd();
    }
}
