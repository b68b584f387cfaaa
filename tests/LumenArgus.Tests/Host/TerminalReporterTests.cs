using LumenArgus.Host.Output;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Tests.Host;

public sealed class TerminalReporterTests
{
    [Fact]
    public async Task Stopped_AfterEvents_AllAreWrittenInOrder()
    {
        var output = new StringWriter();
        using var reporter = new TerminalReporter(output, new JsonTerminalFormat(), new SessionStatistics());

        reporter.Started(StartBannerTests.Info());
        await reporter.DecidedAsync(Records.Exchange());
        reporter.Completed(Records.Exchange() with { Error = "upstream closed" });
        reporter.Stopped();
        reporter.Completed(Records.Exchange());

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(line => line.Split('"')[3]).ShouldBe(["start", "request", "error", "shutdown"]);
    }

    [Fact]
    public void Add_WriterIsStuck_DropsAndCountsInsteadOfWaiting()
    {
        using var blocked = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        var written = new List<string>();
        using var writer = new LineWriter("test", lines =>
        {
            entered.Set();
            blocked.Wait(TimeSpan.FromSeconds(30));
            written.Add(lines.ToString());
        }, capacity: 2);

        writer.Add("first");
        entered.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        for (var i = 0; i < 5; i++)
        {
            writer.Add("more");
        }

        writer.Dropped.ShouldBe(3);
        blocked.Set();
        writer.Dispose();
        string.Concat(written).ShouldBe("first\nmore\nmore\n");
    }

    [Fact]
    public void Add_AfterAWrite_IsCollectedAndWrittenAtOnce()
    {
        using var entered = new ManualResetEventSlim();
        var written = new List<string>();
        using var writer = new LineWriter("test", lines =>
        {
            written.Add(lines.ToString());
            entered.Set();
        }, rest: TimeSpan.FromHours(1));

        writer.Add("first");
        entered.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        for (var i = 0; i < 1_000; i++)
        {
            writer.Add("more");
        }

        writer.Dispose();
        written.Count.ShouldBe(2);
        written[1].Split('\n').Length.ShouldBe(1_001);
    }

    [Fact]
    public void Add_OutputIsClosed_IsCountedNotThrown()
    {
        var writer = new LineWriter("test", _ => throw new IOException("Broken pipe"));
        writer.Add("x");
        writer.Dispose();
        writer.Add("y");

        writer.Dropped.ShouldBe(2);
    }
}
