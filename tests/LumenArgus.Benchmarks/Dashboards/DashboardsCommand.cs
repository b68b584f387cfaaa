using System.CommandLine;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>The verb <c>dashboards</c>: what open dashboards cost the requests while findings come in.</summary>
internal static class DashboardsCommand
{
    public static Command Create()
    {
        var rate = new Option<int>("--rate") { Description = "Requests a second.", DefaultValueFactory = static _ => 200 };
        var findings = new Option<int>("--findings") { Description = "New findings in each request.", DefaultValueFactory = static _ => 5 };
        var readers = new Option<int>("--readers") { Description = "Open dashboards.", DefaultValueFactory = static _ => 200 };
        var slow = new Option<int>("--slow") { Description = "Open dashboards that read nothing, beside them.", DefaultValueFactory = static _ => 10 };
        var seconds = new Option<double>("--seconds") { Description = "Measured seconds per load and round.", DefaultValueFactory = static _ => 10 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the median is reported.", DefaultValueFactory = static _ => 5 };
        var product = new Option<string?>("--product") { Description = "Another build of the product than that of this checkout." };
        var command = new Command("dashboards", "Measure the same findings with nobody looking, with live streams, and with whole pages open.")
        {
            rate, findings, readers, slow, seconds, rounds, product,
        };
        command.SetAction((parsed, cancellationToken) => new DashboardsRun(
            new Findings.FindingsOptions(parsed.GetValue(rate), parsed.GetValue(findings), Connections: 8, Kilobytes: 2, parsed.GetValue(seconds), parsed.GetValue(rounds)),
            parsed.GetValue(readers), parsed.GetValue(slow), parsed.GetValue(product)).RunAsync(cancellationToken));
        return command;
    }
}
