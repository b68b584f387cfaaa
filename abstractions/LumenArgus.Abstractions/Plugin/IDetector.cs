using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// Looks at all texts of an exchange in one call. Pure computation: no input, output, locks or waiting. It runs on a scan thread with a
/// budget of 50 ms plus 20 ms per megabyte of processor time; beyond it the thread is written off and the plugin is marked.
/// </summary>
public interface IDetector
{
    /// <summary>The detector's name in findings and under <c>detectors</c> in the configuration.</summary>
    string Name { get; }

    /// <summary>Reports every match to the sink. Called from several threads at once.</summary>
    /// <param name="batch">The texts.</param>
    /// <param name="sink">Takes the matches.</param>
    void Detect(ScanBatch batch, FindingSink sink);
}
