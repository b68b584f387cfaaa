using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Storage.Threads;

/// <summary>
/// A few threads of lower priority for work that requests do not wait for. In the pool, which has as many threads as there are processors, that work would stand before the requests
/// that come behind it; here they go first.
/// </summary>
public sealed class BackgroundThreads : TaskScheduler, IDisposable
{
    private readonly string _name;
    private readonly int _most;
    private readonly Queue<Task> _waiting = new();
    private int _started;
    private int _idle;
    private bool _isEnding;

    /// <summary>Threads that are started when they are needed.</summary>
    /// <param name="name">What they are for.</param>
    /// <param name="most">How many.</param>
    public BackgroundThreads(string name, int most) => (_name, _most) = (name, most);

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => _most;

    /// <summary>Runs something whose every continuation comes back to these threads.</summary>
    /// <param name="run">What to run.</param>
    /// <returns>A task that ends with it.</returns>
    public Task RunAsync(Func<Task> run) => Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Runs something.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="run">What to run.</param>
    /// <param name="cancellationToken">Keeps it from being begun.</param>
    /// <returns>What it gave.</returns>
    public Task<T> RunAsync<T>(Func<T> run, CancellationToken cancellationToken) => Task.Factory.StartNew(run, cancellationToken, TaskCreationOptions.DenyChildAttach, this);

    /// <summary>Ends the threads when nothing waits any more. What comes later runs in the pool.</summary>
    public void Dispose()
    {
        lock (_waiting)
        {
            _isEnding = true;
            Monitor.PulseAll(_waiting);
        }
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        lock (_waiting)
        {
            if (!_isEnding)
            {
                _waiting.Enqueue(task);
                if (_idle >= _waiting.Count || _started == _most)
                {
                    Monitor.Pulse(_waiting);
                }
                else
                {
                    _started++;
                    new Thread(Run) { IsBackground = true, Name = _name }.Start();
                }

                return;
            }
        }

        ThreadPool.QueueUserWorkItem(static state => state.Scheduler.TryExecuteTask(state.Task), (Scheduler: this, Task: task), preferLocal: false);
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_waiting)
        {
            return [.. _waiting];
        }
    }

    private void Run()
    {
        BackgroundPriority.LowerThisThread();
        while (TryTake(out var task))
        {
            TryExecuteTask(task);
        }
    }

    private bool TryTake([MaybeNullWhen(false)] out Task task)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isEnding)
            {
                _idle++;
                Monitor.Wait(_waiting);
                _idle--;
            }

            return _waiting.TryDequeue(out task);
        }
    }
}
