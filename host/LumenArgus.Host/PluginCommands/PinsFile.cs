using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Trust;

namespace LumenArgus.Host.PluginCommands;

/// <summary>Changes <c>plugins.lock.json</c> in the home folder.</summary>
internal static class PinsFile
{
    /// <returns>What is wrong; null if it is changed, or there was nothing to change.</returns>
    public static string? Change(LumenArgusHome home, Func<PluginPins, PluginPins> change)
    {
        var path = Path.Combine(home.Root, PluginPins.FileName);
        if (PluginPins.TryRead(path, out var problem) is not { } pins)
        {
            return problem;
        }

        var changed = change(pins);
        if (changed.ById == pins.ById)
        {
            return null;
        }

        try
        {
            changed.Write(path);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be written: {failure.Message}";
        }
    }
}
