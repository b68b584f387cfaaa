using System.CommandLine;

namespace LumenArgus.Benchmarks.Store;

/// <summary>The verb <c>store</c>: the questions of a dashboard to a large database, at rest and while findings come in.</summary>
internal static class StoreCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Findings in the database.", DefaultValueFactory = static _ => 1_000_000 };
        var times = new Option<int>("--times") { Description = "How often each question is asked.", DefaultValueFactory = static _ => 200 };
        var seconds = new Option<int>("--seconds") { Description = "How long findings come in.", DefaultValueFactory = static _ => 20 };
        var rate = new Option<int>("--rate") { Description = "Findings a second that come in.", DefaultValueFactory = static _ => 5_000 };
        var keep = new Option<DirectoryInfo?>("--keep") { Description = "Folder in which the database is left behind: a home for 'lumen-argus serve'. Without it, it is deleted." };
        var command = new Command("store", "Measure the database: queries over many findings, and sustained writing.") { rows, times, seconds, rate, keep };
        command.SetAction((parsed, cancellationToken) =>
            new StoreRun(parsed.GetValue(rows), parsed.GetValue(times), parsed.GetValue(seconds), parsed.GetValue(rate), parsed.GetValue(keep)).RunAsync(cancellationToken));
        return command;
    }
}
