using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.Abstractions.Host;

/// <summary>What a plugin gets in <see cref="Plugin.ILumenPlugin.Configure"/>.</summary>
public interface IPluginBuilder
{
    /// <summary>Identifier from <c>plugin.json</c>.</summary>
    string Id { get; }

    /// <summary>
    /// The plugin's own section <c>plugins.&lt;id&gt;</c> as a copy, and <c>detectors:&lt;name&gt;</c> for each detector name that its manifest declares.
    /// </summary>
    IConfiguration Configuration { get; }

    /// <summary>Services of the plugin's own container, with <see cref="IHostServices"/> and its parts. The host never resolves from it.</summary>
    IServiceCollection Services { get; }

    /// <summary>Where detectors, rules and hooks are registered.</summary>
    IPluginRegistry Registry { get; }
}
