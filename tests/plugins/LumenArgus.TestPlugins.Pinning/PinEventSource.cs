using System.Diagnostics.Tracing;

namespace LumenArgus.TestPlugins.Pinning;

[EventSource(Name = "LumenArgus-Test-Pinning")]
internal sealed class PinEventSource : EventSource
{
    [Event(1)]
    public void Happened(int number) => WriteEvent(1, number);
}
