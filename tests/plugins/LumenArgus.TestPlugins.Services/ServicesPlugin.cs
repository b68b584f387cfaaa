using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.TestPlugins.Services;

/// <summary>Uses what the host does for plugins: its API does what it is asked to; it brings commands, a tool and an answer to other plugins.</summary>
public sealed class ServicesPlugin : ILumenPlugin
{
    private static readonly string[] Migrations =
    [
        "CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL)",
        "ALTER TABLE words ADD COLUMN times INTEGER NOT NULL DEFAULT 1",
    ];

    public void Configure(IPluginBuilder plugin)
    {
        plugin.Services.AddSingleton<Words>();
        plugin.Services.AddSingleton<ServicesApi>();
        plugin.Registry.SetApiHandler(static services => services.GetRequiredService<ServicesApi>());
        plugin.Registry.SetMessageHandler(static _ => new Echo());
        plugin.Registry.AddCommand("remember", static services => new RememberCommand(services.GetRequiredService<Words>()));
        plugin.Registry.AddCommand("fail", static _ => new FailCommand());
        plugin.Registry.AddClient(new ClientDefinition
        {
            Id = "acme_agent",
            DisplayName = "Acme Agent",
            Category = "cli",
            Provider = "openai",
            UserAgentPrefixes = ["acme-agent/"],
            Proxy = new ClientProxySetup { Kind = "env_var", Instructions = "Set ACME_BASE_URL to the proxy's address." },
            Website = "https://acme.example/agent",
        });
    }

    public async ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken) =>
        await context.Host.Rows.MigrateAsync(Migrations, cancellationToken);
}
