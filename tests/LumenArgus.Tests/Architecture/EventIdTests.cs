using System.Reflection;
using System.Text.RegularExpressions;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Host;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Proxy.Hosting;
using LumenArgus.Scanning.Rules;
using LumenArgus.Storage.Audit;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.Architecture;

/// <summary>Event ids are unique, in their project's range and in the list that operators read.</summary>
public sealed partial class EventIdTests
{
    private static readonly (Assembly Assembly, int First, int Last)[] Ranges =
    [
        (typeof(UpstreamClient).Assembly, 1000, 1099),
        (typeof(ProxyServer).Assembly, 1100, 1999),
        (typeof(Inspector).Assembly, 2000, 2999),
        (typeof(RuleIndex).Assembly, 2000, 2999),
        (typeof(PluginLoader).Assembly, 3000, 3999),
        (typeof(AuditLog).Assembly, 4000, 4999),
        (typeof(DashboardServer).Assembly, 5000, 5999),
        (typeof(RunningProduct).Assembly, 6000, 6999),
    ];

    [Fact]
    public void Events_InTheCode_AreUniqueAndInRange()
    {
        var events = Ranges.SelectMany(static range => EventsOf(range.Assembly).Select(found => (found.Id, found.Name, range.First, range.Last))).ToList();
        events.Count.ShouldBeGreaterThan(10);
        events.Where(static found => found.Id < found.First || found.Id > found.Last).ShouldBeEmpty();
        events.GroupBy(static found => found.Id).Where(static group => group.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public void Events_InTheCode_AreThoseOfTheList()
    {
        var listed = Row().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "host", "EventIds.md")))
            .Select(static match => (int.Parse(match.Groups["id"].Value), match.Groups["name"].Value)).Order();
        listed.ShouldBe(Ranges.SelectMany(static range => EventsOf(range.Assembly)).Order());
    }

    private static IEnumerable<(int Id, string Name)> EventsOf(Assembly assembly) => assembly.GetTypes()
        .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>())
        .OfType<LoggerMessageAttribute>()
        .Select(static attribute => (attribute.EventId, attribute.EventName ?? ""));

    [GeneratedRegex(@"^\| (?<id>\d{4}) \| (?<name>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
