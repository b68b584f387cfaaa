using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Numbers what comes in: the requests, and the messages of WebSocket connections that are recorded like requests.</summary>
internal sealed class RequestNumbers(TimeProvider clock)
{
    private long _last;

    public RequestInfo Next(string method, string path) =>
        new(Interlocked.Increment(ref _last), Guid.CreateVersion7(clock.GetUtcNow()), method, path);
}
