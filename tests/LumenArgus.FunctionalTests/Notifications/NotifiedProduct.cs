using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Dashboard;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.FunctionalTests.Notifications;

/// <summary>The product that blocks, with channels.</summary>
internal static class NotifiedProduct
{
    public const string Email = "person.of.note@mail.example.net";

    public static Task<DashboardFixture> StartAsync(
        Func<NotificationsConfig, NotificationsConfig>? notifications = null, Action<ExtensionsFolder>? extensions = null, params (string Plugin, string Key, string Value)[] settings) =>
        DashboardFixture.StartAsync(
            config => Configured(config, settings) with
            {
                DefaultAction = PolicyAction.Block,
                Notifications = notifications?.Invoke(config.Notifications) ?? config.Notifications,
            },
            extensions ?? (static folder => folder.With(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Webhook)));

    /// <summary>Receivers of tests are on this machine.</summary>
    public static (string Plugin, string Key, string Value) AllowPrivate { get; } = (TestPlugins.Webhook.Id, "allow_private", "true");

    public static ConfiguredChannel Webhook(Uri url, string more = "") => new("team", "webhook", $$"""{"url":"{{url}}"{{more}}}""");

    public static ConfiguredChannel ToFile(string path, string mode = "") => new("team", "file", $$"""{"path":"{{path}}","mode":"{{mode}}"}""");

    /// <summary>Sends a prompt, and waits for its end.</summary>
    public static async Task SendPromptAsync(this DashboardFixture fixture, string text)
    {
        using var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic(text), ("x-api-key", "k"), ("x-session-id", "s1"), ("User-Agent", "claude-cli/2.0.1 (external, cli)"));
        await response.Content.ReadAsStringAsync();
        await fixture.Host.Sink.NextCompletedAsync();
    }

    /// <summary>The only channel, as the API shows it.</summary>
    public static Task<DashboardReply> ChannelAsync(this DashboardFixture fixture, Func<System.Text.Json.JsonElement, bool> isReached) =>
        fixture.UntilAsync("/api/v1/notifications/channels", reply => reply.Json.GetProperty("channels") is var list && list.GetArrayLength() > 0 && isReached(list[0]));

    /// <summary>Waits for what <c>/health</c> says.</summary>
    public static async Task HealthAsync(this DashboardFixture fixture, Func<string, bool> isReached)
    {
        using var limit = Limits.Token();
        while (!isReached(await fixture.Host.Client.GetStringAsync("/health", limit.Token)))
        {
        }
    }

    private static LumenArgusConfig Configured(LumenArgusConfig config, (string Plugin, string Key, string Value)[] settings)
    {
        var plugins = config.Plugins.ById;
        foreach (var (plugin, key, value) in settings)
        {
            var known = plugins.GetValueOrDefault(plugin, PluginConfig.Default);
            plugins = plugins.SetItem(plugin, known with { Settings = new SettingMap(known.Settings.Values.SetItem(key, value)) });
        }

        return config with { Plugins = config.Plugins with { ById = plugins } };
    }
}
