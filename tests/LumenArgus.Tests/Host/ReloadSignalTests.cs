using LumenArgus.Host.Reloading;

namespace LumenArgus.Tests.Host;

public sealed class ReloadSignalTests
{
    [Fact]
    public void Receive_BeforeThereIsAHandler_IsKept()
    {
        using var signal = new ReloadSignal();
        var calls = 0;
        signal.Receive();
        signal.Receive();

        signal.Attach(() => calls++);
        calls.ShouldBe(1);

        signal.Receive();
        calls.ShouldBe(2);
    }

    [Fact]
    public void Receive_AfterDetach_DoesNothing()
    {
        using var signal = new ReloadSignal();
        var calls = 0;
        signal.Attach(() => calls++);
        signal.Detach();

        signal.Receive();

        calls.ShouldBe(0);
    }
}
