using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Throwing;

/// <summary>Throws in each call, with the text it looked at in the message: the host must not pass that on.</summary>
public sealed class ThrowsInDetectPlugin : ILumenPlugin, IDetector
{
    public string Name => "throwing";

    public void Configure(IPluginBuilder plugin) => plugin.Registry.AddDetector(_ => this);

    public void Detect(ScanBatch batch, FindingSink sink) =>
        throw new InvalidOperationException(batch.Count > 0 ? batch[0].Text.ToString() : "no text");
}
