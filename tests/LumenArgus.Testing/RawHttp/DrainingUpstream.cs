using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LumenArgus.Testing.RawHttp;

/// <summary>A stand-in provider that counts and hashes one request body as it comes and keeps none of it.</summary>
public sealed class DrainingUpstream : IAsyncDisposable
{
    private const int PieceBytes = 64 * 1024;

    private readonly Socket _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<DrainedBody> _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _headArrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    public DrainingUpstream()
    {
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(8);
        Uri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}");
        _serving = ServeAsync();
    }

    public Uri Uri { get; }

    /// <summary>Ends when a first request has begun.</summary>
    public Task HeadArrived => _headArrived.Task;

    /// <summary>The body, when its last byte is here; an <see cref="IOException"/> if it was cut.</summary>
    public Task<DrainedBody> Drained => _drained.Task;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            using var connection = new RawConnection(await _listener.AcceptAsync(_stopping.Token));
            var head = await connection.ReadHeadAsync(_stopping.Token) ?? throw new EndOfStreamException("No request.");
            _headArrived.TrySetResult();
            var body = await DrainAsync(connection, head);
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", _stopping.Token);
            _drained.TrySetResult(body);
            await connection.WaitForCloseAsync(_stopping.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            _drained.TrySetException(exception is IOException ? exception : new IOException("The stand-in was stopped.", exception));
        }
    }

    private async Task<DrainedBody> DrainAsync(RawConnection connection, RawHead head)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        if (head.Value("Content-Length") is { } declared)
        {
            for (var left = long.Parse(declared, CultureInfo.InvariantCulture); left > 0;)
            {
                var piece = await connection.ReadExactlyAsync((int)Math.Min(PieceBytes, left), _stopping.Token);
                hash.AppendData(piece);
                length += piece.Length;
                left -= piece.Length;
            }
        }
        else
        {
            while (await connection.ReadChunkAsync(_stopping.Token) is { Length: > 0 } chunk)
            {
                hash.AppendData(chunk);
                length += chunk.Length;
            }
        }

        return new DrainedBody(head, length, Convert.ToHexString(hash.GetHashAndReset()));
    }
}
