using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>What the process of a plugin is told at its start. Over the pipe, because settings may be credentials and a command line is for everybody to read.</summary>
/// <param name="Folder">The copy of the plugin's folder to load.</param>
/// <param name="Workers">How many calls it gets at the same time.</param>
/// <param name="ConfigureMilliseconds">Budget of constructor, Configure and factories each.</param>
/// <param name="StartMilliseconds">Budget of StartAsync.</param>
/// <param name="StopMilliseconds">Budget of StopAsync.</param>
/// <param name="Settings">The plugin's configuration.</param>
internal sealed record StartWire(
    string Folder, int Workers, int ConfigureMilliseconds, int StartMilliseconds, int StopMilliseconds, ImmutableArray<KeyValuePair<string, string?>> Settings)
{
    public void Write(WireWriter writer)
    {
        writer.Text(Folder);
        writer.Number(Workers);
        writer.Number(ConfigureMilliseconds);
        writer.Number(StartMilliseconds);
        writer.Number(StopMilliseconds);
        writer.Number(Settings.Length);
        foreach (var (key, value) in Settings)
        {
            writer.Text(key);
            writer.Text(value);
        }
    }

    public static StartWire Read(ref WireReader reader)
    {
        var (folder, workers) = (reader.Text(), reader.Number());
        var (configure, start, stop) = (reader.Number(), reader.Number(), reader.Number());
        var settings = ImmutableArray.CreateBuilder<KeyValuePair<string, string?>>();
        for (var i = reader.Count(2 * sizeof(int)); i > 0; i--)
        {
            settings.Add(new(reader.Text(), reader.TextOrNull()));
        }

        return new StartWire(folder, workers, configure, start, stop, settings.ToImmutable());
    }
}
