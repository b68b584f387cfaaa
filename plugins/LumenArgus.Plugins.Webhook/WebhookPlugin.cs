using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Webhook;

/// <summary>Channels of the type <c>webhook</c>: a signed POST for each message.</summary>
public sealed class WebhookPlugin : ILumenPlugin
{
    private WebhookClient? _client;

    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var options = WebhookOptions.Read(plugin.Configuration);
        plugin.Registry.AddChannelType(WebhookSettings.Type);
        plugin.Registry.SetNotifierBuilder(services =>
        {
            _client = new WebhookClient(options);
            return new WebhookBuilder(_client, (ITemplateRenderer)services.GetService(typeof(ITemplateRenderer))!, TimeProvider.System);
        });
    }

    /// <inheritdoc/>
    public ValueTask StopAsync(CancellationToken cancellationToken)
    {
        _client?.Dispose();
        return ValueTask.CompletedTask;
    }
}
