using System.Collections.Concurrent;
using System.Threading.Channels;
using LumenArgus.Inspection.Records;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>Keeps the records of all exchanges and lets a test wait for the end of one.</summary>
internal sealed class RecordingSink : IExchangeSink
{
    private readonly Channel<ExchangeRecord> _completed = Channel.CreateUnbounded<ExchangeRecord>();

    private readonly Channel<ExchangeRecord> _responses = Channel.CreateUnbounded<ExchangeRecord>();

    public ConcurrentQueue<ExchangeRecord> Decided { get; } = [];

    public ValueTask DecidedAsync(ExchangeRecord record)
    {
        Decided.Enqueue(record);
        return ValueTask.CompletedTask;
    }

    public ValueTask ResponseScannedAsync(ExchangeRecord record)
    {
        _responses.Writer.TryWrite(record);
        return ValueTask.CompletedTask;
    }

    public void Completed(ExchangeRecord record) => _completed.Writer.TryWrite(record);

    /// <summary>The next exchange that ends.</summary>
    public async Task<ExchangeRecord> NextCompletedAsync()
    {
        using var limit = Limits.Token();
        return await _completed.Reader.ReadAsync(limit.Token);
    }

    /// <summary>The next response that was looked at.</summary>
    public async Task<ExchangeRecord> NextResponseAsync()
    {
        using var limit = Limits.Token();
        return await _responses.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Whether a response was looked at that no test has waited for.</summary>
    public bool HasResponse => _responses.Reader.TryPeek(out _);
}
