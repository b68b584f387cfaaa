using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>Everything of one running plugin that must be dropped together, wherever its code runs. Only its handle refers to it.</summary>
internal interface IRunningPlugin
{
    /// <summary>What it brings.</summary>
    PluginContributions Contributions { get; }

    /// <summary>The copy of its folder that is loaded.</summary>
    ShadowFolder Shadow { get; }

    /// <summary>How its process does; null if it runs in the host's.</summary>
    IsolationStatus? Isolation { get; }

    /// <summary>Runs the plugin's own ending.</summary>
    ValueTask StopAsync(bool started, CancellationToken cancellationToken);

    /// <summary>Lets go of the code.</summary>
    /// <returns>Dead once it has left memory.</returns>
    WeakReference Unload();
}
