using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Database;

/// <summary>
/// Answers the same question once for all who ask it: two hundred open pages ask the same, at the same event. Whoever knows of a change gets an answer that has it: an answer
/// is given to others while nothing has been written since its read began, and who asks behind that waits for a read that begins behind him. In a flood of writes such reads are
/// some time apart, so that all who ask meanwhile have one in common.
/// </summary>
/// <param name="store">The database.</param>
/// <param name="clock">Says when an answer is old.</param>
internal sealed class SharedReads(StoreAccess store, TimeProvider clock)
{
    /// <summary>Questions whose answers are kept. They are forgotten together, so the oldest has no right to stay.</summary>
    public const int MaxQuestions = 32;

    /// <summary>From the beginning of a question's read to that of its next.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);

    // Another process may write too, which only the database itself knows.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<object, Answer> _answers = [];

    /// <summary>How many questions are known.</summary>
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
            var answer = _answers.GetValueOrDefault(question);
            if (answer is null)
            {
                answer = Begin(question, read);
            }
            else if (answer.Next is null && !IsGood(answer))
            {
                var wait = Apart - clock.GetElapsedTime(answer.BeganAt);
                if (wait > TimeSpan.Zero)
                {
                    answer.Next = BeginLaterAsync(question, read, wait);
                }
                else
                {
                    answer = Begin(question, read);
                }
            }

            return ((Task<T>)(answer.Next ?? answer.Read)).WaitAsync(cancellationToken);
        }
    }

    private bool IsGood(Answer answer) =>
        answer.Revision == store.Revision && clock.GetElapsedTime(answer.BeganAt) <= Longest && !answer.Read.IsFaulted && !answer.Read.IsCanceled;

    private Answer Begin<T>(object question, Func<SqliteConnection, T> read)
    {
        _answers.Remove(question);
        if (_answers.Count >= MaxQuestions)
        {
            Forget();
        }

        // The revision before the read begins: what is committed later may be in the answer, and is another revision all the same.
        return _answers[question] = new Answer(store.Revision, clock.GetTimestamp(), store.ReadAsync(read, CancellationToken.None));
    }

    private async Task<T> BeginLaterAsync<T>(object question, Func<SqliteConnection, T> read, TimeSpan wait)
    {
        await Task.Delay(wait, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Answer answer;
        lock (_lock)
        {
            answer = Begin(question, read);
        }

        return await (Task<T>)answer.Read;
    }

    // But for those whose next read is waited for: who comes then would ask a second one.
    private void Forget()
    {
        foreach (var (question, answer) in _answers)
        {
            if (answer.Next is null)
            {
                _answers.Remove(question);
            }
        }
    }

    /// <param name="Revision">What was committed when the read began.</param>
    /// <param name="BeganAt">When that was.</param>
    /// <param name="Read">The answer.</param>
    private sealed record Answer(long Revision, long BeganAt, Task Read)
    {
        /// <summary>The answer of the next read while that has not begun.</summary>
        public Task? Next { get; set; }
    }
}
