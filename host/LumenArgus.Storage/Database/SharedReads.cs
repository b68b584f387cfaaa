using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Database;

/// <summary>
/// Answers the same question once for all who ask it while nothing is written in between: two hundred open pages ask the same, at the same event. Whoever knows of a
/// change gets an answer that has it.
/// </summary>
internal sealed class SharedReads(StoreAccess store)
{
    /// <summary>Answers that are kept. They are forgotten together, so the oldest has no right to stay.</summary>
    public const int MaxAnswers = 32;

    // Another process may write too, which only the database itself knows.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<object, Task> _answers = [];
    private long _revision;
    private long _began;

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _answers.Count;
            }
        }
    }

    /// <summary>Reads, or takes what another one reads or has read.</summary>
    /// <param name="question">What is asked, with all that the answer depends on: compared by value.</param>
    /// <param name="read">Gives something that nobody changes.</param>
    /// <param name="cancellationToken">Ends the wait, not the read: others may wait for it.</param>
    /// <exception cref="StoreException">The database does not work.</exception>
    public Task<T> ReadAsync<T>(object question, Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        if (store.Fault is not null)
        {
            return store.ReadAsync(read, cancellationToken);
        }

        lock (_lock)
        {
            // Before the read begins: what is committed later may be in the answer, and is another revision all the same.
            var revision = store.Revision;
            if (revision != _revision || Stopwatch.GetElapsedTime(_began) > Longest)
            {
                _answers.Clear();
                (_revision, _began) = (revision, Stopwatch.GetTimestamp());
            }

            if (!_answers.TryGetValue(question, out var known) || known.IsFaulted || known.IsCanceled)
            {
                known = store.ReadAsync(read, CancellationToken.None);
                if (_answers.Count < MaxAnswers)
                {
                    _answers[question] = known;
                }
            }

            return ((Task<T>)known).WaitAsync(cancellationToken);
        }
    }
}
