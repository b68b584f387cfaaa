using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>A detector whose code is in another process. No code of a plugin runs in a call of it: its budget is kept by who watches that process, not by the lane.</summary>
internal sealed class IsolatedDetector(PluginProcess process, int number, string name) : IDetector
{
    public string Name { get; } = name;

    public void Detect(ScanBatch batch, FindingSink sink) => process.Detect(number, batch, sink);
}
