using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Scanning.Fingerprints;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Fingerprints;

/// <summary>
/// Remembers which texts of which conversations were found to be clean, and for which values they were refused: tools send the whole conversation with every turn. Bounded by section <c>dedup</c>;
/// lives as long as the process, and holds fingerprints only.
/// </summary>
public sealed partial class ConversationMemory : IDisposable
{
    private const int ShardCount = 16;

    private static readonly TimeSpan CleanupInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WarningInterval = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock;
    private readonly ILogger<ConversationMemory> _logger;
    private readonly ConversationShard[] _shards = [.. Enumerable.Range(0, ShardCount).Select(static _ => new ConversationShard())];
    private readonly HashCount _hashes = new();
    private readonly ITimer _cleanup;
    private long _ttl = long.MaxValue;
    private int _conversations;
    private long _nextWarning;
    private long _suppressed;

    /// <summary>Begins with nothing.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="logger">Told of requests that belong to no conversation.</param>
    public ConversationMemory(TimeProvider clock, ILogger<ConversationMemory> logger)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _logger = logger;
        _nextWarning = clock.GetTimestamp();
        _cleanup = clock.CreateTimer(static memory => ((ConversationMemory)memory!).ForgetExpired(), this, CleanupInterval, CleanupInterval);
    }

    /// <summary>Conversations that are remembered.</summary>
    public int Conversations => Volatile.Read(ref _conversations);

    /// <summary>Fingerprints of clean texts in all conversations.</summary>
    public long Hashes => _hashes.Value;

    /// <summary>The secret behind the fingerprints.</summary>
    internal FingerprintKey Key { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => _cleanup.Dispose();

    /// <summary>Takes the conversation of a request.</summary>
    /// <param name="session">Who sent it.</param>
    /// <param name="provider">Whose format it is.</param>
    /// <param name="generation">Number of its generation.</param>
    /// <param name="options">The bounds.</param>
    /// <returns>The conversation; null if the request names none, so that all of it has to be scanned.</returns>
    internal Conversation? Take(SessionContext session, string provider, long generation, DedupConfig options)
    {
        if (ConversationKey.Of(session, provider) is not { } key)
        {
            if (ConversationKey.HasTenant(session))
            {
                WarnOfMissingSession();
            }

            return null;
        }

        var now = _clock.GetTimestamp();
        var ttl = (long)(options.ConversationTtl.TotalSeconds * _clock.TimestampFrequency);
        Volatile.Write(ref _ttl, ttl);
        var conversation = _shards[key.GetHashCode() & (ShardCount - 1)].Take(key, _hashes, now, now - ttl, out var isNew);
        if (isNew && Interlocked.Increment(ref _conversations) > options.MaxConversations)
        {
            ForgetOldest();
        }

        conversation.Use(generation, options.MaxHashesPerConversation);
        return conversation;
    }

    private void ForgetOldest()
    {
        // Another request may have taken the oldest one in between; then there is one more for a moment.
        var oldest = _shards.MinBy(static shard => shard.OldestUse)!;
        if (oldest.TryForgetOldest(long.MaxValue))
        {
            Interlocked.Decrement(ref _conversations);
        }
    }

    private void ForgetExpired()
    {
        var expired = _clock.GetTimestamp() - Volatile.Read(ref _ttl);
        foreach (var shard in _shards)
        {
            while (shard.TryForgetOldest(expired))
            {
                Interlocked.Decrement(ref _conversations);
            }
        }
    }

    private void WarnOfMissingSession()
    {
        var due = Volatile.Read(ref _nextWarning);
        var now = _clock.GetTimestamp();
        if (now < due || Interlocked.CompareExchange(ref _nextWarning, now + (long)(WarningInterval.TotalSeconds * _clock.TimestampFrequency), due) != due)
        {
            Interlocked.Increment(ref _suppressed);
            return;
        }

        Log.SessionMissing(_logger, Interlocked.Exchange(ref _suppressed, 0));
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 2030,
            EventName = nameof(SessionMissing),
            Level = LogLevel.Warning,
            Message = "A request names no session: all of it is scanned, with every turn of its conversation ({Suppressed} more since the last warning)")]
        public static partial void SessionMissing(ILogger logger, long suppressed);
    }
}
