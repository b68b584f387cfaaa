using System.Diagnostics;

namespace LumenArgus.Tests.Storage.Database;

/// <summary>A file system in memory that is full after two megabytes, mounted over a folder. Needs Linux and the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    public static SmallDisk? TryMount(string folder) =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=2m", "none", folder) ? new SmallDisk(folder) : null;

    public void Remount(string option) => Run("mount", "-o", $"remount,{option}", _folder).ShouldBeTrue();

    // Lazily: a test that failed may still have the file open.
    public void Dispose() => Run("umount", "-l", _folder);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
