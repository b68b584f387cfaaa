using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Primitives;

namespace LumenArgus.TestPlugins.Pinning;

internal static class LifetimeCases
{
    private static readonly AsyncLocal<Row?> Local = new();

    [ThreadStatic]
    private static Row? _static;

    public static void ProcessEvent(PinScene scene, bool isEnded)
    {
        EventHandler handler = static (_, _) => Row.Touch();
        AppDomain.CurrentDomain.ProcessExit += handler;
        if (isEnded)
        {
            scene.AtStop(() => AppDomain.CurrentDomain.ProcessExit -= handler);
        }
    }

    public static void LooseTimer(PinScene scene) =>
        _ = new Timer(static _ => Row.Touch(), state: null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

    public static void LiveTimer(PinScene scene, bool isEnded)
    {
        // Without a state it is its own, so that the queue of timers refers to it.
        var timer = new Timer(static _ => Row.Touch());
        timer.Change(TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        if (isEnded)
        {
            scene.AtStop(timer.Dispose);
        }
    }

    public static void Handle(PinScene scene, bool isEnded)
    {
        var handle = GCHandle.Alloc(new Row());
        if (isEnded)
        {
            scene.AtStop(handle.Free);
        }
    }

    public static void RunningThread(PinScene scene, bool isEnded)
    {
        var token = isEnded ? scene.Context.Stopping : CancellationToken.None;
        var thread = new Thread(() => Wait(token)) { IsBackground = true };
        thread.Start();
        if (isEnded)
        {
            scene.AtStop(() => thread.Join());
        }
    }

    public static void LongWait(PinScene scene, bool isEnded) => _ = WaitAsync(isEnded ? scene.Context.Stopping : CancellationToken.None);

    public static void ChangeTokens(PinScene scene, bool isEnded)
    {
        var registration = ChangeToken.OnChange(static () => ProcessWide.Token, static () => Row.Touch());
        if (isEnded)
        {
            scene.AtStop(registration.Dispose);
        }
    }

    public static void StoppingRegistration(PinScene scene) => scene.Context.Stopping.Register(static () => Row.Touch());

    public static void AbandonedTasks(PinScene scene)
    {
        _ = ContinueAsync(new TaskCompletionSource<Row>().Task);
        _ = Task.FromException<Row>(new InvalidOperationException("nobody looks"));

        static async Task ContinueAsync(Task<Row> row) => _ = (await row).Name;
    }

    public static void ContextAndThreadStatics(PinScene scene)
    {
        Local.Value = new Row();
        _static = new Row();
        _ = _static.Name;
    }

    public static void SharedArrayPool(PinScene scene)
    {
        var rows = ArrayPool<Row>.Shared.Rent(16);
        rows[0] = new Row();
        ArrayPool<Row>.Shared.Return(rows);
    }

    private static void Wait(CancellationToken cancellationToken)
    {
        var row = new Row();
        cancellationToken.WaitHandle.WaitOne();
        _ = row.Name;
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var row = new Row();
        await Task.Delay(TimeSpan.FromHours(1), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ = row.Name;
    }

    /// <summary>A token of the process: found where every plugin could find one.</summary>
    private static class ProcessWide
    {
        private const string Name = "lumen-argus-test-change";

        public static IChangeToken Token
        {
            get
            {
                if (AppDomain.CurrentDomain.GetData(Name) is not IChangeToken token)
                {
                    AppDomain.CurrentDomain.SetData(Name, token = new CancellationChangeToken(new CancellationTokenSource().Token));
                }

                return token;
            }
        }
    }
}
