using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.PluginRuntime;

internal sealed class CountingSink : FindingSink
{
    private int _reports;

    public int Reports => _reports;

    public override void Report(ScanField field, int start, int length, string type, Severity severity, PolicyAction? action = null) =>
        Interlocked.Increment(ref _reports);
}
