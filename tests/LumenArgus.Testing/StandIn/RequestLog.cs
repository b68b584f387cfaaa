namespace LumenArgus.Testing.StandIn;

/// <summary>Requests in order of arrival, safe to read while others arrive, and awaitable.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _requests = [];
    private TaskCompletionSource _changed = NewSignal();

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public RecordedRequest Add(Func<int, RecordedRequest> create)
    {
        RecordedRequest request;
        TaskCompletionSource signal;
        lock (_gate)
        {
            request = create(_requests.Count);
            _requests.Add(request);
            signal = _changed;
            _changed = NewSignal();
        }

        signal.SetResult();
        return request;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    /// <summary>The first request that matches, already there or still to come.</summary>
    public async Task<RecordedRequest> WaitAsync(Func<RecordedRequest, bool> match, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_requests.Find(request => match(request)) is { } found)
                {
                    return found;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
