using System.Runtime.InteropServices;

namespace LumenArgus.Host.Reloading;

/// <summary>SIGHUP. One that comes while the product is starting is kept: by default it would end the process.</summary>
internal sealed class ReloadSignal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PosixSignalRegistration? _registration;
    private Action? _handler;
    private bool _isPending;

    /// <summary>Starts to listen. On Windows that signal means that the window closes, so there it is left alone.</summary>
    public ReloadSignal()
    {
        if (!OperatingSystem.IsWindows())
        {
            _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
            {
                context.Cancel = true;
                Receive();
            });
        }
    }

    /// <summary>Says what to do; does it at once if a signal has come already.</summary>
    public void Attach(Action handler)
    {
        lock (_lock)
        {
            _handler = handler;
            if (!_isPending)
            {
                return;
            }

            _isPending = false;
        }

        handler();
    }

    /// <summary>Ignores signals from now on.</summary>
    public void Detach()
    {
        lock (_lock)
        {
            _handler = null;
        }
    }

    public void Dispose() => _registration?.Dispose();

    internal void Receive()
    {
        Action? handler;
        lock (_lock)
        {
            handler = _handler;
            _isPending = handler is null;
        }

        handler?.Invoke();
    }
}
