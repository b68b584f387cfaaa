using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.HeaderAuth;

/// <summary>Lets a reverse proxy in front of the dashboard say who somebody is: it logs people in and names them, and their groups, in headers.</summary>
public sealed class HeaderAuthPlugin : ILumenPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var options = HeaderAuthOptions.Read(plugin.Configuration);
        plugin.Registry.AddAuthProvider(_ => new HeaderAuthProvider(options));
    }
}
