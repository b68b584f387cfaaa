using System.CommandLine;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>The hidden verb <c>upstream</c>: the provider's place is taken by an own process, so its CPU time is counted apart.</summary>
internal static class UpstreamCommand
{
    public const string Name = "upstream";

    public static Command Create()
    {
        var port = new Option<int>("--port") { Required = true };
        var command = new Command(Name, "Answer Messages requests (started by 'load').") { port };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => UpstreamServer.RunAsync(parsed.GetValue(port), cancellationToken));
        return command;
    }
}
