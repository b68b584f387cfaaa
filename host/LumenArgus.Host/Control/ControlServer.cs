using System.Net.Sockets;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Files;

namespace LumenArgus.Host.Control;

/// <summary>Answers <c>lumen-argus reload</c> and <c>mode</c> on a Unix domain socket that only the owner of the home folder can open.</summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private const int MaxRequestBytes = 4096;

    // Long enough for any program of this machine to send a line.
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(10);

    private readonly LumenArgusHome _home;
    private readonly ControlLock _lock;
    private readonly Socket _socket;
    private readonly ControlCommands _commands;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;

    private ControlServer(LumenArgusHome home, ControlLock @lock, Socket socket, ControlCommands commands)
    {
        _home = home;
        _lock = @lock;
        _socket = socket;
        _commands = commands;
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Opens the socket.</summary>
    /// <param name="home">The home folder.</param>
    /// <param name="commands">What it can be asked for.</param>
    /// <param name="problem">Why there is none, in a sentence; the product runs without it.</param>
    public static ControlServer? TryStart(LumenArgusHome home, ControlCommands commands, out string? problem)
    {
        ControlLock? owner = null;
        Socket? socket = null;
        try
        {
            owner = ControlLock.TryTake(home);
            if (owner is null)
            {
                problem = $"another lumen-argus runs with {home.Root}: 'lumen-argus reload' and 'mode' reach that one, this one only reloads on SIGHUP";
                return null;
            }

            socket = Listen(ControlAddress.Prepare(home));
            problem = null;
            return new ControlServer(home, owner, socket, commands);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SocketException)
        {
            problem = $"'lumen-argus reload' and 'mode' cannot reach this process: {exception.Message.TrimEnd('.')}";
            socket?.Dispose();
            owner?.Dispose();
            return null;
        }
    }

    /// <summary>Stops to answer. A connection whose reload is under way still gets its line if that ends in time.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _socket.Dispose();
        try
        {
            ControlAddress.Remove(_home);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next start removes it.
        }

        _lock.Dispose();
        _stopping.Dispose();
    }

    private static Socket Listen(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));

            // Before it listens, so that nobody else can have connected.
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, PrivateFiles.OwnerOnly);
            }

            socket.Listen();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var connection = await _socket.AcceptAsync(_stopping.Token);
                open.RemoveAll(static task => task.IsCompleted);
                open.Add(AnswerAsync(connection));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(Socket connection)
    {
        await using var stream = new NetworkStream(connection, ownsSocket: true);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        patience.CancelAfter(RequestPatience);
        try
        {
            var request = await ControlProtocol.ReadLineAsync(stream, MaxRequestBytes, patience.Token);
            await ControlProtocol.WriteLineAsync(stream, await _commands.AnswerAsync(request), CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The other side has gone, or said nothing.
        }
    }
}
