using LumenArgus.PluginTesting;

namespace Plugin._1.Tests;

/// <summary>The plugin under test.</summary>
internal static class Plugin
{
    /// <summary>What the build has made of it.</summary>
    public static string Folder { get; } = PluginFolder.Of(typeof(Plugin).Assembly);

    /// <summary>Loads it as the host does.</summary>
    /// <param name="settings">Its section of the configuration.</param>
    public static Task<PluginTestHost> LoadAsync(params (string Key, string? Value)[] settings) => PluginTestHost.LoadAsync(Folder, With(settings));

    /// <summary>Options with such a section.</summary>
    public static PluginTestOptions With(params (string Key, string? Value)[] settings) =>
        new() { Settings = settings.ToDictionary(static setting => setting.Key, static setting => setting.Value) };
}
