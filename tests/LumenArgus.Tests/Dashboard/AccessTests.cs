using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Access;
using LumenArgus.Testing;
using LumenArgus.Tests.Storage;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Tests.Dashboard;

public sealed class AccessTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Token_Made_IsPrivateAndLasts()
    {
        var path = Path.Combine(_temp.Root, "home", "dashboard-token");

        var token = AccessToken.LoadOrCreate(path);

        token.Text.Length.ShouldBe(64);
        AccessToken.LoadOrCreate(path).Text.ShouldBe(token.Text);
        token.Matches(token.Text).ShouldBeTrue();
        token.Matches(token.Text[1..]).ShouldBeFalse();
        token.Matches(null).ShouldBeFalse();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            AccessToken.LoadOrCreate(path).Text.ShouldBe(token.Text);
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Token_FileOfSomethingElse_IsReplaced()
    {
        var path = _temp.Write("dashboard-token", "short");

        var token = AccessToken.LoadOrCreate(path);

        File.ReadAllText(path).Trim().ShouldBe(token.Text);
    }

    [Fact]
    public void Session_AfterEightHours_IsNone()
    {
        var sessions = new SessionTable(_clock);
        var (cookie, caller) = sessions.Begin(DashboardRole.Viewer, "password", "me");

        sessions.Find(cookie).ShouldBe(caller);
        sessions.Find("x").ShouldBeNull();
        _clock.Advance(SessionTable.Lifetime - TimeSpan.FromSeconds(1));
        sessions.Find(cookie).ShouldBe(caller);
        _clock.Advance(TimeSpan.FromSeconds(1));
        sessions.Find(cookie).ShouldBeNull();
    }

    [Fact]
    public void Session_Ended_IsNone()
    {
        var sessions = new SessionTable(_clock);
        var (cookie, _) = sessions.Begin(DashboardRole.Admin, "token", null);

        sessions.End(cookie);

        sessions.Find(cookie).ShouldBeNull();
    }

    [Fact]
    public void Logins_WrongFiveTimes_WaitAMinute()
    {
        var limit = new LoginLimit(_clock);
        var (one, other) = (IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.2"));
        for (var i = 0; i < 5; i++)
        {
            limit.WaitOf(one).ShouldBeNull();
            limit.Failed(one);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        limit.WaitOf(one).ShouldBe(TimeSpan.FromSeconds(55));
        limit.WaitOf(other).ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(55));
        limit.WaitOf(one).ShouldBeNull();
    }

    [Fact]
    public void Logins_FromManyAddresses_AreLimitedTogether()
    {
        var limit = new LoginLimit(_clock);
        for (byte i = 0; i < 30; i++)
        {
            limit.Failed(new IPAddress([10, 0, 0, i]));
        }

        limit.WaitOf(IPAddress.Parse("10.1.1.1")).ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("localhost:8081", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("127.0.0.1:8081", true)]
    [InlineData("[::1]:8081", true)]
    [InlineData("192.168.1.5", true)]
    [InlineData("argus.example.com", true)]
    [InlineData("Argus.Example.com:443", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example:8081", false)]
    [InlineData("", false)]
    public void Host_Names_AreAllowedByList(string host, bool isAllowed) => new HostRule(["argus.example.com"]).Allows(new HostString(host)).ShouldBe(isAllowed);

    [Theory]
    [InlineData(null, true)]
    [InlineData("http://localhost:8081", true)]
    [InlineData("https://localhost:8081", true)]
    [InlineData("http://localhost:8082", false)]
    [InlineData("http://localhost", false)]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("file://localhost:8081", false)]
    public void Origin_OfAnotherSite_IsRefused(string? origin, bool isAllowed)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("localhost:8081");
        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        new HostRule([]).AllowsOrigin(request).ShouldBe(isAllowed);
    }
}
