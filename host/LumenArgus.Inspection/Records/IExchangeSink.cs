namespace LumenArgus.Inspection.Records;

/// <summary>Takes the record of every exchange. All findings leave by this one exit.</summary>
public interface IExchangeSink
{
    /// <summary>Called once the decision is taken and before the response completes: what must not be lost is written here.</summary>
    /// <param name="record">The record without its response fields.</param>
    /// <returns>A task that ends when the record is safe.</returns>
    ValueTask DecidedAsync(ExchangeRecord record);

    /// <summary>
    /// Called when a response was looked at, which is before or after <see cref="Completed"/>. A sink that only takes findings need not care that they are of a
    /// response.
    /// </summary>
    /// <param name="record">The record with the scan of the response; <see cref="ExchangeRecord.IsResponse"/> is set.</param>
    /// <returns>A task that ends when the record is safe.</returns>
    ValueTask ResponseScannedAsync(ExchangeRecord record) => DecidedAsync(record);

    /// <summary>Called when the response has ended, whichever way. Must return at once.</summary>
    /// <param name="record">The whole record.</param>
    void Completed(ExchangeRecord record);
}
