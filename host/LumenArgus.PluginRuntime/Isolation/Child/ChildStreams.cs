using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using LumenArgus.PluginRuntime.Isolation.Wire;
using Microsoft.Win32.SafeHandles;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>
/// Takes the pipes to the host away from standard input and output, so that nothing a plugin prints or reads gets between the messages, and sees to it that the process ends
/// with the host.
/// </summary>
internal static partial class ChildStreams
{
    private const int StandardInput = 0;
    private const int StandardOutput = 1;
    private const int StandardError = 2;
    private const int FirstOwn = 3;
    private const int DuplicateCloseOnExec = 1030; // F_DUPFD_CLOEXEC of Linux
    private const int DuplicateCloseOnExecOfBsd = 67; // and of macOS
    private const int ReadWrite = 2; // O_RDWR
    private const int SetParentDeathSignal = 1; // PR_SET_PDEATHSIG
    private const int Kill = 9;
    private const int CoreSize = 4; // RLIMIT_CORE

    public static WireChannel Open()
    {
        if (OperatingSystem.IsWindows())
        {
            var windows = new WireChannel(Console.OpenStandardInput(), Console.OpenStandardOutput());
            Redirect();
            return windows;
        }

        if (OperatingSystem.IsLinux())
        {
            _ = Control(SetParentDeathSignal, Kill, 0, 0, 0);
        }

        // A dump of its memory would hold what it has looked at.
        Limit none = default;
        _ = SetLimit(CoreSize, ref none);
        var channel = new WireChannel(Own(StandardInput, FileAccess.Read), Own(StandardOutput, FileAccess.Write));
        _ = Duplicate(StandardError, StandardOutput);
        var nothing = OpenFile("/dev/null", ReadWrite);
        _ = Duplicate(nothing, StandardInput);
        Redirect();
        return channel;
    }

    private static void Redirect()
    {
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);
    }

    [UnsupportedOSPlatform("windows")]
    private static FileStream Own(int descriptor, FileAccess access)
    {
        var own = ControlFile(descriptor, OperatingSystem.IsLinux() ? DuplicateCloseOnExec : DuplicateCloseOnExecOfBsd, FirstOwn);
        return new FileStream(new SafeFileHandle(own, ownsHandle: true), access, bufferSize: 0, isAsync: false);
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, nuint argument, nuint second, nuint third, nuint fourth);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int ControlFile(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, ref Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
