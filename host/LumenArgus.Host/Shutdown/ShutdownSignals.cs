using System.Runtime.InteropServices;

namespace LumenArgus.Host.Shutdown;

/// <summary>Ctrl-C and SIGTERM: the first one asks for an orderly end, the second one ends the process at once.</summary>
internal sealed class ShutdownSignals : IDisposable
{
    private readonly CancellationTokenSource _requested = new();
    private readonly Action<int> _exit;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _received;

    /// <summary>Starts to listen.</summary>
    /// <param name="exit">Ends the process with a code; null is <see cref="Environment.Exit"/>.</param>
    public ShutdownSignals(Action<int>? exit = null)
    {
        _exit = exit ?? Environment.Exit;
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Receive(context.Signal);
            }));
        }
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Requested => _requested.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _requested.Dispose();
    }

    internal void Receive(PosixSignal signal)
    {
        if (Interlocked.Increment(ref _received) == 1)
        {
            _requested.Cancel();
            return;
        }

        // The codes a shell gives for a process that ended by this signal.
        _exit(signal == PosixSignal.SIGTERM ? 143 : 130);
    }
}
