using System.Runtime.InteropServices;

namespace LumenArgus.Storage.Threads;

/// <summary>
/// Lets requests go before a thread that works for nobody who waits, where both want a processor. Linux only, where each thread has a priority of its own; the runtime's own
/// <see cref="Thread.Priority"/> does nothing there.
/// </summary>
public static partial class BackgroundPriority
{
    private const int PriorityOfThread = 0; // PRIO_PROCESS; Linux takes a thread id here, and 0 for the calling one
    private const int Background = 5; // a quarter of a processor beside one busy thread: what waits for it must not grow for ever on a busy machine

    /// <summary>Lowers the priority of the calling thread. That it cannot be done changes nothing but the order.</summary>
    public static void LowerThisThread()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(PriorityOfThread, 0, Background);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
