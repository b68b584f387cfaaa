using System.Diagnostics;
using System.Net.Sockets;
using LumenArgus.Benchmarks.Client;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Traffic;
using LumenArgus.Benchmarks.Load;

namespace LumenArgus.Benchmarks.Findings;

/// <summary>One connection that sends a request each time one is due, or as soon as the one before it is answered.</summary>
internal sealed class PacedWorker(Target target, FindingsRequest request, TimeSpan interval)
{
    private readonly List<ExchangeTiming> _timings = [];
    private readonly List<string> _errors = [];

    public IReadOnlyList<ExchangeTiming> Timings => _timings;

    public IReadOnlyList<string> Errors => _errors;

    public async Task RunAsync(TimeSpan offset, TimeSpan length, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection(target.Endpoint);
        var started = Stopwatch.GetTimestamp();
        for (var due = offset; due < length; due += interval)
        {
            var digest = request.Renew();
            if (due - Stopwatch.GetElapsedTime(started) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, cancellationToken);
            }

            try
            {
                var timing = await connection.ExchangeAsync(request.Bytes, cancellationToken);
                if (connection.Status != 200 || !Answer.For(Mode.Plain).Matches(connection.Body, digest))
                {
                    _errors.Add($"status {connection.Status} or a wrong answer");
                    continue;
                }

                _timings.Add(timing);
            }
            catch (Exception problem) when (problem is SocketException or InvalidDataException)
            {
                _errors.Add(problem.Message);
                connection.Reset();
            }
        }
    }
}
