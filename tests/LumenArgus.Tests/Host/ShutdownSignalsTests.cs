using System.Runtime.InteropServices;
using LumenArgus.Host.Shutdown;

namespace LumenArgus.Tests.Host;

public sealed class ShutdownSignalsTests
{
    [Theory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public void Receive_Twice_DrainsThenExits(PosixSignal second, int expected)
    {
        var exits = new List<int>();
        using var signals = new ShutdownSignals(exits.Add);

        signals.Receive(PosixSignal.SIGINT);
        signals.Requested.IsCancellationRequested.ShouldBeTrue();
        exits.ShouldBeEmpty();

        signals.Receive(second);
        exits.ShouldBe([expected]);
    }
}
