using System.Net.Sockets;
using LumenArgus.Host.Control;
using LumenArgus.Host.Modes;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Reloading;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Storage.Files;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Host;

public sealed class ControlSocketTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Reload_OverTheSocket_BringsTheReport()
    {
        var report = new ReloadReport
        {
            Ok = true,
            Generation = 7,
            At = DateTimeOffset.UnixEpoch,
            DurationMs = 1.5,
            Changes = [new ConfigChange("a", "1", "2") { IsWeaker = true }, new ConfigChange("b", null, null) { NeedsRestart = true }],
            Warnings = ["w"],
        };
        await using var server = Start(Home(), () => Task.FromResult(report));

        var (received, problem) = await ControlClient.ReloadAsync(Home(), CancellationToken.None);

        problem.ShouldBeNull();
        ReloadReportJson.Write(received.ShouldNotBeNull()).ShouldBe(ReloadReportJson.Write(report));
        received.Weaker.ShouldHaveSingleItem().Key.ShouldBe("a");
        received.NeedRestart.ShouldHaveSingleItem().Key.ShouldBe("b");
    }

    [Fact]
    public async Task Reload_HomeWithALongPath_WorksAllTheSame()
    {
        var home = Home(string.Join('/', Enumerable.Repeat("a-long-name-of-a-folder", 8)));
        Directory.CreateDirectory(home.Root);
        string socket;
        await using (Start(home, Good))
        {
            socket = ControlAddress.Find(home);
            socket.ShouldNotStartWith(home.Root);
            (await ControlClient.ReloadAsync(home, CancellationToken.None)).Report.ShouldNotBeNull();
        }

        Directory.Exists(Path.GetDirectoryName(socket)).ShouldBeFalse();
        Directory.GetFiles(home.Root, "control.path").ShouldBeEmpty();
    }

    [Fact]
    public async Task Reload_NothingRuns_NamesTheHome()
    {
        var (report, problem) = await ControlClient.ReloadAsync(Home(), CancellationToken.None);

        report.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(Home().Root);
    }

    [Fact]
    public async Task Start_SocketOfAProcessThatWasKilled_IsReplaced()
    {
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // Moved there behind its back: a socket that is closed in order removes its file.
            dead.Bind(new UnixDomainSocketEndPoint(_temp.File("other.sock")));
            File.Move(_temp.File("other.sock"), _temp.File("control.sock"));
        }

        File.Exists(_temp.File("control.sock")).ShouldBeTrue();
        (await ControlClient.ReloadAsync(Home(), CancellationToken.None)).Problem.ShouldNotBeNull();

        await using var server = Start(Home(), Good);

        (await ControlClient.ReloadAsync(Home(), CancellationToken.None)).Report.ShouldNotBeNull();
    }

    [Fact]
    public async Task Start_SecondWithTheSameHome_SaysSoAndLeavesTheFirstAlone()
    {
        await using var first = Start(Home(), Good);

        ControlServer.TryStart(Home(), Commands(Good), out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain(Home().Root);
        (await ControlClient.ReloadAsync(Home(), CancellationToken.None)).Report.ShouldNotBeNull();
    }

    [Fact]
    public async Task Socket_IsForItsOwnerOnlyAndGoesAway()
    {
        await using (Start(Home(), Good))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(_temp.File("control.sock")).ShouldBe(PrivateFiles.OwnerOnly);
            }
        }

        File.Exists(_temp.File("control.sock")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"command\":\"stop\"}\n")]
    [InlineData("reload\n")]
    [InlineData("[]\n")]
    [InlineData("{\"command\":1}\n")]
    [InlineData("{\"command\":\"mode\",\"mode\":\"off\"}\n")]
    [InlineData("{\"command\":\"mode\",\"mode\":\"passthrough\",\"for_seconds\":0}\n")]
    [InlineData("{\"command\":\"mode\",\"mode\":\"passthrough\",\"for_seconds\":\"1\"}\n")]
    public async Task Request_Unknown_IsToldAndReloadsNothing(string request)
    {
        var reloads = 0;
        await using var server = Start(Home(), () =>
        {
            reloads++;
            return Good();
        });
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_temp.File("control.sock")));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(request));

        (await ControlProtocol.ReadLineAsync(stream, 1000, CancellationToken.None)).ShouldBe("""{"error":"unknown command"}""");
        reloads.ShouldBe(0);
    }

    [Theory]
    [InlineData(null, null, """{"mode":"active","until":null,"problem":null}""")]
    [InlineData("passthrough", null, """{"mode":"passthrough","until":null,"problem":null}""")]
    [InlineData("passthrough", 90, """{"mode":"passthrough","until":"1970-01-01T00:01:30.0000000+00:00","problem":null}""")]
    public async Task Mode_OverTheSocket_SaysWhatIsInUse(string? mode, int? seconds, string expected)
    {
        await using var server = Start(Home(), Good);
        var request = ControlProtocol.Mode(ModeState.Parse(mode), seconds is { } lasting ? TimeSpan.FromSeconds(lasting) : null);

        var (answer, problem) = await ControlClient.AskAsync(Home(), request, CancellationToken.None);

        problem.ShouldBeNull();
        answer.ShouldBe(expected);
        ModeJson.Write(ModeJson.TryRead(answer.ShouldNotBeNull()).ShouldNotBeNull()).ShouldBe(expected);
    }

    [Fact]
    public async Task Request_ThatEndsTooSoonOrIsTooLong_HoldsUpNobody()
    {
        await using var server = Start(Home(), Good);
        using var silent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await silent.ConnectAsync(new UnixDomainSocketEndPoint(_temp.File("control.sock")));
        using (var chatty = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            await chatty.ConnectAsync(new UnixDomainSocketEndPoint(_temp.File("control.sock")));
            await chatty.SendAsync(new byte[10_000]);
        }

        (await ControlClient.ReloadAsync(Home(), CancellationToken.None)).Report.ShouldNotBeNull();
    }

    private static ControlServer Start(LumenArgusHome home, Func<Task<ReloadReport>> reload)
    {
        var server = ControlServer.TryStart(home, Commands(reload), out var problem);
        problem.ShouldBeNull();
        return server.ShouldNotBeNull();
    }

    [Fact]
    public async Task Plugins_AnIdAndNone_ComeWithTheRequestAndTheReportComesBackWhole()
    {
        await using var server = ControlServer.TryStart(Home(), Commands(Good), out _);

        var all = (await ControlClient.ReloadPluginsAsync(Home(), id: null, CancellationToken.None)).Report;
        var one = (await ControlClient.ReloadPluginsAsync(Home(), "acme.x", CancellationToken.None)).Report;

        all.ShouldNotBeNull().Plugins.ShouldBeEmpty();
        one.ShouldNotBeNull().Plugins.ShouldBe([new PluginChange("acme.x", PluginChangeKind.Refused, "1.0.0", "2.0.0", "it is broken")]);
        (await ControlClient.TryReadPluginsAsync(Home(), CancellationToken.None)).ShouldNotBeNull().ShouldBeEmpty();
    }

    private static ControlCommands Commands(Func<Task<ReloadReport>> reload) => new()
    {
        Url = static () => "http://127.0.0.1:8080",
        Reload = reload,
        Plugins = static () => [],
        Clients = static () => [],
        ReloadPlugins = id => Task.FromResult(new ReloadReport
        {
            Ok = true,
            Generation = 2,
            At = default,
            Plugins = id is null ? [] : [new PluginChange(id, PluginChangeKind.Refused, "1.0.0", "2.0.0", "it is broken")],
        }),
        Mode = static (mode, duration) => Task.FromResult(new ModeState(mode ?? ProxyMode.Active, DateTimeOffset.UnixEpoch + duration)),
    };

    private static Task<ReloadReport> Good() => Task.FromResult(new ReloadReport { Ok = true, Generation = 1, At = default });

    private LumenArgusHome Home(string below = "")
    {
        LumenArgusHome.TryResolve(name => name == LumenArgusHome.Variable ? Path.Combine(_temp.Root, below) : null, out var home, out _).ShouldBeTrue();
        return home;
    }
}
