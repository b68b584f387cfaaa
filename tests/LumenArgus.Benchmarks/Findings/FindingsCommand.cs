using System.CommandLine;

namespace LumenArgus.Benchmarks.Findings;

/// <summary>The verb <c>findings</c>: what findings, and what the store, cost the requests at a rate that does not fill the machine.</summary>
internal static class FindingsCommand
{
    public static Command Create()
    {
        var rate = new Option<int>("--rate") { Description = "Requests a second.", DefaultValueFactory = static _ => 500 };
        var findings = new Option<int>("--findings") { Description = "New findings in each request.", DefaultValueFactory = static _ => 10 };
        var connections = new Option<int>("--connections") { Description = "Connections.", DefaultValueFactory = static _ => 8 };
        var kilobytes = new Option<int>("--size") { Description = "Request body size in KB.", DefaultValueFactory = static _ => 2 };
        var seconds = new Option<double>("--seconds") { Description = "Measured seconds per load and round.", DefaultValueFactory = static _ => 5 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the median is reported.", DefaultValueFactory = static _ => 5 };
        var command = new Command("findings", "Measure the same load without findings, with findings, and with findings that are stored.")
        {
            rate, findings, connections, kilobytes, seconds, rounds,
        };
        command.SetAction((parsed, cancellationToken) => new FindingsRun(new FindingsOptions(
            parsed.GetValue(rate), parsed.GetValue(findings), parsed.GetValue(connections), parsed.GetValue(kilobytes), parsed.GetValue(seconds),
            parsed.GetValue(rounds))).RunAsync(cancellationToken));
        return command;
    }
}
