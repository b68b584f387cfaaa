namespace LumenArgus.Inspection.Records;

/// <summary>Takes the record of every exchange. All findings leave by this one exit.</summary>
public interface IExchangeSink
{
    /// <summary>Called once the decision is taken and before the response completes: what must not be lost is written here.</summary>
    /// <param name="record">The record without its response fields.</param>
    /// <returns>A task that ends when the record is safe.</returns>
    ValueTask DecidedAsync(ExchangeRecord record);

    /// <summary>Called when the response has ended, whichever way. Must return at once.</summary>
    /// <param name="record">The whole record.</param>
    void Completed(ExchangeRecord record);
}
