namespace LumenArgus.Forwarding.Upstream;

/// <summary>One taken slot; disposing it, once or more often, gives it back once.</summary>
public sealed class UpstreamSlot : IDisposable
{
    private UpstreamSlots? _slots;

    internal UpstreamSlot(UpstreamSlots slots) => _slots = slots;

    public void Dispose() => Interlocked.Exchange(ref _slots, null)?.Return();
}
