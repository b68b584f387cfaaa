using System.Net.Sockets;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Host.Control;

/// <summary>Talks to the product that runs with the same home folder.</summary>
internal static class ControlClient
{
    private const int MaxAnswerBytes = 16 * 1024 * 1024;

    // Plugins get ten seconds to take note, and a reload that runs already comes first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public const string Unreadable = "the running product ended, or is of another version: it gave no answer that can be read";

    /// <summary>Has the running product read its files again.</summary>
    /// <returns>Its report, or what is wrong.</returns>
    public static async Task<(ReloadReport? Report, string? Problem)> ReloadAsync(LumenArgusHome home, CancellationToken cancellationToken)
    {
        var (answer, problem) = await AskAsync(home, ControlProtocol.Reload, cancellationToken);
        var report = answer is null ? null : ReloadReportJson.TryRead(answer);
        return report is null ? (null, problem ?? Unreadable) : (report, null);
    }

    /// <summary>Has the running product look through the extension folders again.</summary>
    /// <param name="home">Its home folder.</param>
    /// <param name="id">A plugin to load anew whatever has changed; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its report, or what is wrong.</returns>
    public static async Task<(ReloadReport? Report, string? Problem)> ReloadPluginsAsync(LumenArgusHome home, string? id, CancellationToken cancellationToken)
    {
        var (answer, problem) = await AskAsync(home, ControlProtocol.ReloadPlugins(id), cancellationToken);
        var report = answer is null ? null : ReloadReportJson.TryRead(answer);
        return report is null ? (null, problem ?? Unreadable) : (report, null);
    }

    /// <summary>Asks for the plugins of the running product.</summary>
    /// <returns>Null if none runs, or one that cannot say.</returns>
    public static async Task<IReadOnlyList<PluginRow>?> TryReadPluginsAsync(LumenArgusHome home, CancellationToken cancellationToken)
    {
        var (answer, _) = await AskAsync(home, ControlProtocol.Plugins, cancellationToken);
        return answer is null ? null : PluginRowJson.TryReadAll(answer);
    }

    /// <summary>Asks for the tools that the plugins of the running product bring.</summary>
    /// <returns>The answer as it came; null if none runs.</returns>
    public static async Task<string?> TryReadClientsAsync(Func<string, string?> environment, CancellationToken cancellationToken) =>
        LumenArgusHome.TryResolve(environment, out var home, out _) ? (await AskAsync(home, ControlProtocol.Clients, cancellationToken)).Answer : null;

    /// <summary>Sends one request.</summary>
    /// <returns>The answer as it came, or what is wrong.</returns>
    public static async Task<(string? Answer, string? Problem)> AskAsync(LumenArgusHome home, string request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(ControlAddress.Find(home)), patience.Token);
            await using var stream = new NetworkStream(socket);
            await ControlProtocol.WriteLineAsync(stream, request, patience.Token);
            var answer = await ControlProtocol.ReadLineAsync(stream, MaxAnswerBytes, patience.Token);
            return (answer, answer is null ? Unreadable : null);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AccessDenied)
        {
            return (null, $"the product that runs with {home.Root} belongs to another user");
        }
        catch (Exception exception) when (exception is SocketException or ArgumentOutOfRangeException)
        {
            return (null, $"nothing runs with {home.Root}. Start it with 'lumen-argus serve', or set {LumenArgusHome.Variable} to the folder of the one that runs");
        }
        catch (IOException)
        {
            return (null, "the running product ended before it answered");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "the running product did not answer in time");
        }
    }
}
