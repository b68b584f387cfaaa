using System.ComponentModel;
using System.Runtime.InteropServices;

namespace LumenArgus.Testing.Processes;

/// <summary>The limit on the size of files that another process may write (RLIMIT_FSIZE).</summary>
internal static class FileSizeLimit
{
    private const int FileSize = 1;

    public static void Set(int processId, long? bytes)
    {
        var limit = new Limit { Soft = bytes is { } most ? (ulong)most : ulong.MaxValue, Hard = ulong.MaxValue };
        if (SetLimit(processId, FileSize, in limit, old: 0) != 0)
        {
            throw new Win32Exception();
        }
    }

#pragma warning disable SYSLIB1054 // A generated import would need unsafe code in this project for one call in tests.
    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int processId, int resource, in Limit limit, nint old);
#pragma warning restore SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
