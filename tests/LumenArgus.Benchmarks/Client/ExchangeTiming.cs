namespace LumenArgus.Benchmarks.Client;

/// <summary>Timestamps of one request in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
/// <param name="Sent">Before the first byte was sent.</param>
/// <param name="FirstEvent">When the first byte of the response body was there.</param>
/// <param name="Completed">When the last byte was there.</param>
internal readonly record struct ExchangeTiming(long Sent, long FirstEvent, long Completed);
