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
    private const ulong SliceNanoseconds = 100_000_000; // the most that sched(7) takes

    /// <summary>
    /// Lowers the priority of the calling thread: a smaller share, and a time slice so long that whoever wakes up goes first at once (since Linux 6.12; a share alone still lets a thread
    /// keep the processor for some milliseconds). That it cannot be done changes nothing but the order.
    /// </summary>
    public static unsafe void LowerThisThread()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var attributes = new Attributes { Size = (uint)sizeof(Attributes), Nice = Background, Runtime = SliceNanoseconds };
        if (SetAttributesCall is not { } call || SystemCall(call, ofThisThread: 0, &attributes, flags: 0) != 0)
        {
            _ = SetPriority(PriorityOfThread, 0, Background);
        }
    }

    // sched_setattr has no function in older C libraries. The numbers are those of the kernel's tables.
    private static nint? SetAttributesCall => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 314,
        Architecture.Arm64 => 274,
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static unsafe partial nint SystemCall(nint number, nint ofThisThread, Attributes* attributes, nint flags);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);

    /// <summary><c>struct sched_attr</c> of sched_setattr(2); all zero is the ordinary policy.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Attributes
    {
        public uint Size;
        public uint Policy;
        public ulong Flags;
        public int Nice;
        public uint Priority;
        public ulong Runtime;
        public ulong Deadline;
        public ulong Period;
    }
}
