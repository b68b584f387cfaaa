using System.CommandLine;

namespace LumenArgus.Benchmarks.Streams;

/// <summary>The verb <c>memory</c>: what the product needs when it is ready, after many requests, and for streams that say nothing.</summary>
internal static class MemoryCommand
{
    public static Command Create()
    {
        var requests = new Option<int>("--requests") { Description = "Requests before memory is read again.", DefaultValueFactory = static _ => 100_000 };
        var streams = new Option<int>("--streams") { Description = "Open streams that say nothing.", DefaultValueFactory = static _ => 2_000 };
        var command = new Command("memory", "Measure the resident memory: ready, after requests, with idle streams.") { requests, streams };
        command.SetAction((parsed, cancellationToken) => new MemoryRun(parsed.GetValue(requests), parsed.GetValue(streams)).RunAsync(cancellationToken));
        return command;
    }
}
