using System.CommandLine;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>The verb <c>pages</c>: how soon each page of the dashboard has its data, over the real API.</summary>
internal static class PagesCommand
{
    public static Command Create()
    {
        var home = new Option<DirectoryInfo>("--home") { Description = "The folder that 'store --keep' filled.", Required = true };
        var times = new Option<int>("--times") { Description = "How often each page is opened.", DefaultValueFactory = static _ => 50 };
        var command = new Command("pages", "Measure what each page of the dashboard asks, after a start and again.") { home, times };
        command.SetAction((parsed, cancellationToken) => new PagesRun(parsed.GetRequiredValue(home), parsed.GetValue(times)).RunAsync(cancellationToken));
        return command;
    }
}
