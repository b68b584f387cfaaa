using System.Threading.Channels;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Logging;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Tests.Storage;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.Host;

public sealed class HostLoggingTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _error = new();
    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 3, 16, 14, 30, 0, 123, TimeSpan.Zero));

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Log_Message_GoesToFileAndConsoleInTheirForms()
    {
        Log(factory => factory.CreateLogger("LumenArgus.Proxy").LogWarning("{Count} waiting", 3));

        File.ReadAllText(_temp.File("lumen-argus.log")).ShouldBe("2026-03-16 14:30:00.123 WARNING [argus.proxy] 3 waiting\n");
        _error.ToString().ShouldBe("  14:30:00 [argus.proxy] WARNING: 3 waiting\n");
    }

    [Fact]
    public void Log_Levels_AreThoseOfFileAndConsole()
    {
        Log(factory =>
        {
            var logger = factory.CreateLogger("Plugin.acme.pii");
            logger.LogDebug("debug");
            logger.LogInformation("info");
            logger.LogError("error");
        });

        File.ReadAllText(_temp.File("lumen-argus.log")).ShouldBe(
            "2026-03-16 14:30:00.123 INFO  [Plugin.acme.pii] info\n2026-03-16 14:30:00.123 ERROR [Plugin.acme.pii] error\n");
        _error.ToString().ShouldBe("  14:30:00 [Plugin.acme.pii] ERROR: error\n");
    }

    [Fact]
    public void Log_WebServerBelowWarning_IsNeverWritten()
    {
        Log(
            factory =>
            {
                var logger = factory.CreateLogger("Microsoft.AspNetCore.Server.Kestrel");
                logger.LogInformation("Request starting GET /v1beta/models?key=secret");
                logger.LogWarning("warned");
            },
            LogLevel.Debug);

        File.ReadAllText(_temp.File("lumen-argus.log")).ShouldBe("2026-03-16 14:30:00.123 WARNING [Microsoft.AspNetCore.Server.Kestrel] warned\n");
    }

    [Fact]
    public void Log_DiagnosticsOfTheWebServer_AreOff()
    {
        // Asked whether it is on for the most severe level, the server makes an activity and a scope for each request.
        Log(static factory => factory.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Critical).ShouldBeFalse(), LogLevel.Debug);
    }

    [Fact]
    public void Log_SeveralLines_CannotForgeAnEntry()
    {
        Log(factory => factory.CreateLogger("x").LogError(new InvalidOperationException("bad\nthing"), "a\n2026 forged\u001b[0m"));

        var lines = File.ReadAllText(_temp.File("lumen-argus.log")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldEndWith("[x] a");
        lines[1].ShouldBe("    2026 forged?[0m");
        lines.Skip(1).ShouldAllBe(line => line.StartsWith("    ", StringComparison.Ordinal));
    }

    [Fact]
    public void Log_Finding_ShowsAMaskOnly()
    {
        Log(factory => factory.CreateLogger("x").LogError("{Finding} {Value}", Records.Secret(), new MatchedText(Records.Canary)));

        // The detail of a detector's finding is not a value; everything else of the record is printed here.
        var text = File.ReadAllText(_temp.File("lumen-argus.log")).Replace($"Detail = {Records.Canary}", "", StringComparison.Ordinal);
        text.ShouldNotContain(Records.Canary);
        text.ShouldContain("[redacted 20 chars");
    }

    [Fact]
    public async Task OnFileFault_FileInThePlaceOfTheFolder_IsToldUntilItHasGone()
    {
        var blocked = _temp.Write("logs", "a file");
        var faults = Channel.CreateUnbounded<string?>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var logging = new HostLogging(new LoggingConfig { LogDir = blocked }, LogLevel.Critical, _error, _clock);
        var logger = logging.Factory.CreateLogger("x");

        logging.OnFileFault(fault => faults.Writer.TryWrite(fault));
        (await faults.Reader.ReadAsync(limit.Token)).ShouldBeNull();
        logger.LogError("one");
        (await faults.Reader.ReadAsync(limit.Token)).ShouldBe($"the log file {Path.Combine(blocked, "lumen-argus.log")} cannot be written: {blocked} is a file, and a folder is needed there.");

        // Also to whoever comes later.
        var known = "";
        logging.OnFileFault(fault => known = fault);
        known.ShouldNotBeNull().ShouldContain("cannot be written");
        logging.OnFileFault(fault => faults.Writer.TryWrite(fault));
        await faults.Reader.ReadAsync(limit.Token);

        File.Delete(blocked);
        logger.LogError("two");
        (await faults.Reader.ReadAsync(limit.Token)).ShouldBeNull();
    }

    [Fact]
    public void Log_FileCannotBeWritten_IsSaidOnce()
    {
        var blocked = _temp.Write("logs", "a file");
        using (var logging = new HostLogging(new LoggingConfig { LogDir = blocked }, LogLevel.Critical, _error, _clock))
        {
            var logger = logging.Factory.CreateLogger("x");
            logger.LogError("one");
            logger.LogError("two");
        }

        _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("cannot be written");
    }

    private void Log(Action<ILoggerFactory> act, LogLevel fileLevel = LogLevel.Information)
    {
        using var logging = new HostLogging(new LoggingConfig { LogDir = _temp.Root, FileLevel = fileLevel }, LogLevel.Warning, _error, _clock);
        act(logging.Factory);
    }
}
