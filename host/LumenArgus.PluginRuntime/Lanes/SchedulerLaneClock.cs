using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>
/// Linux: <c>/proc/thread-self/schedstat</c> holds the nanoseconds a thread ran and the nanoseconds it waited for a processor, so that a busy
/// machine does not look like a slow plugin. The file is opened once by the thread and read from the watching one.
/// </summary>
internal sealed partial class SchedulerLaneClock : LaneClock
{
    private const int PriorityOfThread = 0; // PRIO_PROCESS; Linux takes a thread id here
    private const int LowestPriority = 19;

    private readonly SafeFileHandle _file;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly int _threadId;

    private SchedulerLaneClock(SafeFileHandle file, TimeProvider clock, int threadId)
    {
        _file = file;
        _clock = clock;
        _start = clock.GetTimestamp();
        _threadId = threadId;
    }

    public static SchedulerLaneClock? TryCreate(TimeProvider clock)
    {
        if (!OperatingSystem.IsLinux() || clock != TimeProvider.System)
        {
            return null; // processor time of a real thread says nothing against a manual clock
        }

        try
        {
            var link = new FileInfo("/proc/thread-self").LinkTarget;
            if (!int.TryParse(Path.GetFileName(link), CultureInfo.InvariantCulture, out var threadId))
            {
                return null;
            }

            return TryOpen("/proc/thread-self/schedstat", clock, threadId);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The clock of a thread of another process.</summary>
    public static SchedulerLaneClock? TryCreate(int processId, int threadId, TimeProvider clock)
    {
        if (!OperatingSystem.IsLinux() || threadId == 0)
        {
            return null;
        }

        try
        {
            return TryOpen(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/task/{threadId}/schedstat"), clock, threadId);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public override LaneTime Read()
    {
        var wall = _clock.GetElapsedTime(_start);
        return TryRead(out var ran, out var waited)
            ? new LaneTime(FromNanoseconds(ran), wall - FromNanoseconds(waited))
            : new LaneTime(wall, wall);
    }

    public override void Yield() => _ = SetPriority(PriorityOfThread, _threadId, LowestPriority);

    public override void Close() => _file.Dispose();

    private static SchedulerLaneClock? TryOpen(string file, TimeProvider clock, int threadId)
    {
        var created = new SchedulerLaneClock(File.OpenHandle(file), clock, threadId);
        if (created.TryRead(out var ran, out _) && ran > 0)
        {
            return created;
        }

        created.Close(); // the kernel counts nothing
        return null;
    }

    private static TimeSpan FromNanoseconds(long nanoseconds) => new(nanoseconds / 100);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);

    private bool TryRead(out long ran, out long waited)
    {
        ran = waited = 0;
        Span<byte> buffer = stackalloc byte[96];
        try
        {
            ReadOnlySpan<byte> text = buffer[..RandomAccess.Read(_file, buffer, 0)];
            return Utf8Parser.TryParse(text, out ran, out var used) && Utf8Parser.TryParse(text[(used + 1)..], out waited, out _);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return false; // the thread has ended meanwhile
        }
    }
}
