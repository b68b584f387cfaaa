using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>A call that is awaited; it has one answer.</summary>
internal sealed class PendingCall : ProcessCall
{
    private readonly TaskCompletionSource<WireMessage> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<WireMessage> Answer => _answer.Task;

    public override void Deliver(WireMessage message)
    {
        if (!_answer.TrySetResult(message))
        {
            message.Dispose();
        }
    }

    public override void Fail(PluginProcessException failure) => _answer.TrySetException(failure);
}
