namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>A job with the promise of its outcome. Queued, then either started or cancelled.</summary>
internal sealed class LaneWork(LaneJob job)
{
    private readonly TaskCompletionSource<LaneOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left; // the queue, one way or the other

    public LaneJob Job { get; } = job;

    public Task<LaneOutcome> Outcome => _outcome.Task;

    public bool TryStart() => Interlocked.Exchange(ref _left, 1) == 0;

    public void TryCancel(CancellationToken cancellationToken)
    {
        if (TryStart())
        {
            _outcome.TrySetCanceled(cancellationToken);
        }
    }

    public void Complete(LaneOutcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);
}
