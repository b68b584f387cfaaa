namespace LumenArgus.Testing.Processes;

/// <summary>Lines of output as they come, awaitable.</summary>
internal sealed class OutputLines
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = NewSignal();
    private bool _complete;

    public void Add(string line) => Change(() => _lines.Add(line));

    /// <summary>No more lines will come.</summary>
    public void Complete() => Change(() => _complete = true);

    /// <summary>The first line that matches; <c>null</c> when the output ended without one.</summary>
    public async Task<string?> WaitAsync(Func<string, bool> match, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_lines.Find(line => match(line)) is { } found)
                {
                    return found;
                }

                if (_complete)
                {
                    return null;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines);
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            change();
            signal = _changed;
            _changed = NewSignal();
        }

        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
