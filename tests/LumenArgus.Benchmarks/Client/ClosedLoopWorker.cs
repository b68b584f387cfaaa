using System.Net.Sockets;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Client;

/// <summary>One connection that sends the next request as soon as the answer to the last one was complete and checked.</summary>
internal sealed class ClosedLoopWorker(Target target, Cell cell, BodyPool bodies)
{
    // A target that is gone would be an endless loop of refused connections.
    private const int MostErrorsInARow = 20;

    private readonly MessagesRequest _request = new(bodies, cell, target.Endpoint);
    private readonly List<ExchangeTiming> _timings = new(4096);
    private readonly List<string> _errors = [];
    private int _completed;

    /// <summary>Answers so far, right or wrong; may be read while the worker runs.</summary>
    public int Completed => Volatile.Read(ref _completed);

    /// <summary>Correct exchanges, in the order in which they ended; to be read when the worker has ended.</summary>
    public IReadOnlyList<ExchangeTiming> Timings => _timings;

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Runs until <paramref name="stop"/>, then ends after the request that is under way.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection(target.Endpoint);
        for (var errorsInARow = 0; errorsInARow < MostErrorsInARow && !stop.IsCancellationRequested;)
        {
            var error = await ExchangeAsync(connection, cancellationToken);
            errorsInARow = error is null ? 0 : errorsInARow + 1;
            if (error is not null)
            {
                _errors.Add(error);
                connection.Reset();
            }

            Volatile.Write(ref _completed, _completed + 1);
        }
    }

    private async ValueTask<string?> ExchangeAsync(HttpConnection connection, CancellationToken cancellationToken)
    {
        var digest = _request.Renew();
        try
        {
            var timing = await connection.ExchangeAsync(_request.Bytes, cancellationToken);
            if (connection.Status != 200)
            {
                return $"status {connection.Status}";
            }

            if (!Answer.For(cell.Mode).Matches(connection.Body, digest))
            {
                return "wrong response";
            }

            _timings.Add(timing);
            return null;
        }
        catch (SocketException problem)
        {
            return problem.SocketErrorCode.ToString();
        }
        catch (InvalidDataException problem)
        {
            return problem.Message;
        }
        catch (OperationCanceledException)
        {
            return "no answer";
        }
    }
}
