using LumenArgus.Host.LogCommands;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Host;

public sealed class LogsApplicationTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task Export_RotatedFiles_ComeOldestFirst()
    {
        Directory.CreateDirectory(_temp.File("logs"));
        _temp.Write("logs/lumen-argus.log", "e\n");
        _temp.Write("logs/lumen-argus.log.1", "c\nd\n");
        _temp.Write("logs/lumen-argus.log.2", "b\n");
        _temp.Write("logs/lumen-argus.log.10", "a\n");
        _temp.Write("logs/lumen-argus.log.bak", "x\n");

        (await ExportAsync(sanitize: false)).ShouldBe(0);

        _output.ToString().ShouldBe("a\nb\nc\nd\ne\n");
    }

    [Fact]
    public async Task Export_NoFile_Fails()
    {
        (await ExportAsync(sanitize: true)).ShouldBe(1);
        _error.ToString().ShouldContain("no log file in");
    }

    [Fact]
    public async Task Export_Sanitized_KnowsConfiguredUpstreams()
    {
        Directory.CreateDirectory(_temp.File("logs"));
        _temp.Write("config.yaml", "proxy: {upstream: {anthropic: 'https://gateway.corp.example/x'}}\n");
        _temp.Write("logs/lumen-argus.log", "2026-03-16 14:30:00.123 INFO  [argus.proxy] gateway.corp.example api.anthropic.com other.corp.example\n");

        (await ExportAsync(sanitize: true)).ShouldBe(0);

        _output.ToString().ShouldBe("2026-03-16 14:30:00.123 INFO  [argus.proxy] gateway.corp.example api.anthropic.com [HOST]\n");
    }

    private Task<int> ExportAsync(bool sanitize) =>
        new LogsApplication(_output, _error, name => name == "LUMEN_ARGUS_HOME" ? _temp.Root : null)
            .ExportAsync(new LogsExportOptions { Sanitize = sanitize }, CancellationToken.None);
}
