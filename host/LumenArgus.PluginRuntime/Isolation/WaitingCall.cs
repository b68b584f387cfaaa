using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>A call whose thread waits.</summary>
internal sealed class WaitingCall : ProcessCall
{
    private readonly object _gate = new();
    private readonly Queue<WireMessage> _messages = new();
    private PluginProcessException? _failure;

    public override void Deliver(WireMessage message)
    {
        lock (_gate)
        {
            if (_failure is null)
            {
                _messages.Enqueue(message);
                Monitor.PulseAll(_gate);
                return;
            }
        }

        message.Dispose();
    }

    public override void Fail(PluginProcessException failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits for the next message. Whoever watches the process ends this wait, by an end of the process.</summary>
    /// <exception cref="PluginProcessException">None will come.</exception>
    public WireMessage Next()
    {
        lock (_gate)
        {
            while (_messages.Count == 0 && _failure is null)
            {
                Monitor.Wait(_gate);
            }

            // What has come before the process ended is an answer like any other.
            return _messages.TryDequeue(out var message) ? message : throw new PluginProcessException(_failure!.Status, _failure.Message, _failure.PluginStack);
        }
    }
}
