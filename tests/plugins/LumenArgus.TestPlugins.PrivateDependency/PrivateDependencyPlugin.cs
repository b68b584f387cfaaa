using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using YamlDotNet.RepresentationModel;

namespace LumenArgus.TestPlugins.PrivateDependency;

/// <summary>Uses a library that the host has too, in a copy of its own.</summary>
public sealed class PrivateDependencyPlugin : ILumenPlugin, IDetector
{
    private YamlStream? _words;

    public string Name => "private_dependency";

    public void Configure(IPluginBuilder plugin)
    {
        _words = new YamlStream();
        using var reader = new StringReader("[alpha, beta]");
        _words.Load(reader);
        plugin.Registry.AddDetector(_ => this);
    }

    public void Detect(ScanBatch batch, FindingSink sink)
    {
        foreach (var field in batch)
        {
            if (_words!.Documents.Count > 0 && field.Utf8.StartsWith("alpha"u8))
            {
                sink.Report(field, 0, 5, "word", Severity.Info);
            }
        }
    }
}
