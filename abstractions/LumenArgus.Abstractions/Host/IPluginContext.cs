using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Abstractions.Host;

/// <summary>What a running plugin may use of the host.</summary>
public interface IPluginContext
{
    /// <summary>Identifier from <c>plugin.json</c>.</summary>
    string Id { get; }

    /// <summary>The plugin's own configuration; see <see cref="IPluginBuilder.Configuration"/>.</summary>
    IConfiguration Configuration { get; }

    /// <summary>Logger of the category <c>Plugin.&lt;id&gt;</c>.</summary>
    ILogger Logger { get; }

    /// <summary>The clock; in tests a manual one.</summary>
    TimeProvider Clock { get; }

    /// <summary>What the host does for the plugin; its parts are in the plugin's container too.</summary>
    IHostServices Host { get; }

    /// <summary>Cancelled when the plugin is stopped. Everything it started must end then, else its code stays in memory.</summary>
    CancellationToken Stopping { get; }
}
