using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Files;

namespace LumenArgus.Host.Startup;

/// <summary>Checks that the home folder can be used. Without it no plugin can be loaded and nothing be recorded: that is no way to start.</summary>
internal static class HomeFolder
{
    /// <summary>Tries to write.</summary>
    /// <returns>What is wrong and what to do; null if nothing is.</returns>
    public static string? Problem(LumenArgusHome home)
    {
        var probe = Path.Combine(home.Root, $".probe-{Guid.NewGuid():N}");
        try
        {
            PrivateFiles.CreateDirectory(home.Root);
            using (PrivateFiles.CreateNew(probe))
            {
                // Only whether it can be made.
            }

            File.Delete(probe);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"lumen-argus: {home.Root} cannot be written ({exception.Message.TrimEnd('.')}). "
                + $"Set {LumenArgusHome.Variable} to a folder that can: configuration, audit files and the plugins in use live there.";
        }
    }
}
