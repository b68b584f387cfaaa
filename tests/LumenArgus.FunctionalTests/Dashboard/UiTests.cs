using System.Net;
using System.Text.RegularExpressions;
using LumenArgus.Dashboard.Hosting;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>The web app comes from the executable, compressed, and is kept by browsers as long as it is the same.</summary>
public sealed partial class UiTests
{
    [Fact]
    public async Task Page_IsServedToEverybodyAndAskedForAgain()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        using var unknown = DashboardClient.Unknown(fixture.Server);

        var page = await unknown.GetAsync("/");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Headers["Content-Type"].ShouldBe("text/html; charset=utf-8");
        page.Headers["Cache-Control"].ShouldBe("no-cache");
        page.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
        (await unknown.GetAsync("/", ("If-None-Match", page.Headers["ETag"]))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await unknown.GetAsync("/login")).Text.ShouldBe(page.Text);
        (await unknown.GetAsync("/logout")).Text.ShouldBe(page.Text);
        InlineScript().IsMatch(page.Text).ShouldBeFalse();

        var asset = Asset().Match(page.Text).Value;
        asset.ShouldNotBeEmpty();
        var plain = await unknown.GetAsync("/" + asset);
        plain.Headers["Cache-Control"].ShouldContain("immutable");
        plain.Headers["Content-Type"].ShouldBe("text/javascript; charset=utf-8");
        (await unknown.GetAsync("/" + asset, ("Accept-Encoding", "gzip, br"))).Headers["Content-Encoding"].ShouldBe("br");
        (await unknown.GetAsync("/" + asset, ("Accept-Encoding", "gzip, br;q=0"))).Headers["Content-Encoding"].ShouldBe("gzip");
        (await unknown.GetAsync("/assets/nothing.js")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await unknown.GetAsync("/assets/..%2f..%2fconfig.yaml")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task WarmUp_AsksWhatIsAnswered()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        (await fixture.Server.WarmUpAsync(CancellationToken.None)).ShouldBe(DashboardServer.FirstAsked.Length);
    }

    [GeneratedRegex("""assets/[\w.-]+\.js""")]
    private static partial Regex Asset();

    [GeneratedRegex("""<script(?![^>]*\ssrc=)""")]
    private static partial Regex InlineScript();
}
