using System.CommandLine;

namespace LumenArgus.Benchmarks.Streams;

/// <summary>The verb <c>streams</c>: how late the events of a stream arrive, direct and through LumenArgus.</summary>
internal static class StreamsCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the median is reported.", DefaultValueFactory = static _ => 5 };
        var streams = new Option<int>("--streams") { Description = "Streams at the same time.", DefaultValueFactory = static _ => 8 };
        var large = new Option<int>("--large") { Description = "Size of the bodies that are looked at meanwhile, in MB.", DefaultValueFactory = static _ => 50 };
        var command = new Command("streams", "Measure the first event and the delay of each event, also while large bodies are looked at.") { rounds, streams, large };
        command.SetAction((parsed, cancellationToken) => new StreamsRun(parsed.GetValue(rounds), parsed.GetValue(streams), parsed.GetValue(large)).RunAsync(cancellationToken));
        return command;
    }
}
