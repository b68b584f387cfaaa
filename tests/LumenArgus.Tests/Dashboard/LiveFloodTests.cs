using System.Text;
using LumenArgus.Dashboard.Live;
using LumenArgus.Testing;

namespace LumenArgus.Tests.Dashboard;

public sealed class LiveFloodTests
{
    [Fact]
    public void Few_AreAllTold()
    {
        LiveNews[] news = [.. Enumerable.Range(0, LiveFlood.MostOfAName).SelectMany(static i => (LiveNews[])[Numbered("finding", i), Numbered("scan", i)])];

        LiveFlood.Thin(news).ShouldBeSameAs(news);
    }

    [Fact]
    public void Many_AreTheNewestBehindACountOfTheOthers()
    {
        var news = Enumerable.Range(0, 1_000).Select(static i => i % 10 == 0 ? Numbered("scan", i, isRequest: i % 20 == 0) : Numbered("finding", i)).Append(Numbered("config", 1_000)).ToList();

        var told = LiveFlood.Thin(news);

        told.Count.ShouldBe(1 + LiveFlood.MostOfAName + LiveFlood.MostOfAName + 1);
        (told[0].Name, Text(told[0])).ShouldBe((LiveFlood.More, "{\"scan\":88,\"finding\":888,\"requests\":44}"));
        told.Skip(1).ShouldBe(told.Skip(1).OrderBy(static one => int.Parse(Text(one)[5..^1], System.Globalization.CultureInfo.InvariantCulture)));
        Text(told[^1]).ShouldBe("{\"n\":1000}");
        Text(told[^2]).ShouldBe("{\"n\":999}");
    }

    [Fact]
    public void Pace_OfWhatComesAlone_IsAtOnce_AndOfAFlood_FourASecond()
    {
        var clock = new ManualTimeProvider();
        var pace = new LivePace(clock);

        var alone = pace.Next();
        var total = TimeSpan.Zero;
        for (var i = 0; i < 40; i++)
        {
            var wait = pace.Next();
            total += wait;
            clock.Advance(wait);
        }

        alone.ShouldBe(TimeSpan.FromMilliseconds(50));
        total.ShouldBeInRange(TimeSpan.FromSeconds(8.5), TimeSpan.FromSeconds(10.5));
        clock.Advance(TimeSpan.FromMinutes(1));
        pace.Next().ShouldBe(TimeSpan.FromMilliseconds(50));
    }

    private static LiveNews Numbered(string name, int number, bool isRequest = false) => new(name, json => json.WriteNumber("n", number), isRequest);

    private static string Text(LiveNews news) => Encoding.UTF8.GetString(news.ToJson());
}
