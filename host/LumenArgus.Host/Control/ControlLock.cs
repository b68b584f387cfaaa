using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Files;

namespace LumenArgus.Host.Control;

/// <summary>
/// Makes one process the owner of a home's control socket. The system lets go of the lock when the process ends, however it ends: a socket that a
/// killed process left behind cannot be mistaken for one in use.
/// </summary>
internal sealed class ControlLock : IDisposable
{
    private const string Name = "control.lock";

    private readonly FileStream _file;

    private ControlLock(FileStream file) => _file = file;

    /// <returns>Null if another process has it.</returns>
    /// <exception cref="UnauthorizedAccessException">The file cannot be opened.</exception>
    public static ControlLock? TryTake(LumenArgusHome home)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFiles.OwnerOnly;
        }

        try
        {
            return new ControlLock(new FileStream(Path.Combine(home.Root, Name), options));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
