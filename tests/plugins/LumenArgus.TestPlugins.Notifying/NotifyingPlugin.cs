using System.Globalization;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.TestPlugins.Notifying;

/// <summary>
/// Channels of the type "file", which append a line to a file for each message. The configuration key "limit" sets how many channels there may be (a number or "none"), "notifier" names a file
/// for a notifier without a channel, "dispatcher" makes it decide: "all" sends everything by every channel, "fail" throws. "label" is that of the type.
/// </summary>
public sealed class NotifyingPlugin : ILumenPlugin, INotifierBuilder, IDispatcher
{
    public void Configure(IPluginBuilder plugin)
    {
        var configuration = plugin.Configuration;
        plugin.Registry.AddChannelType(new ChannelType
        {
            Name = "file",
            Label = configuration["label"] ?? "File",
            Fields =
            [
                new ChannelField { Name = "path", Label = "Path", IsRequired = true },
                new ChannelField { Name = "token", Label = "Token", IsSecret = true },
                new ChannelField { Name = "mode", Label = "Mode" },
            ],
        });
        plugin.Registry.SetNotifierBuilder(_ => this);
        if (configuration["limit"] is { } limit)
        {
            plugin.Registry.SetChannelLimit(limit == "none" ? null : int.Parse(limit, CultureInfo.InvariantCulture));
        }

        if (configuration["notifier"] is { } path)
        {
            plugin.Registry.AddNotifier("file", _ => new FileNotifier(path, mode: null, token: null));
        }

        if (configuration["dispatcher"] is { } decides)
        {
            plugin.Registry.SetDispatcher(_ => decides == "fail" ? new FailingDispatcher() : this);
        }
    }

    public string? FindProblem(ChannelInfo channel) => channel.Settings["path"].StartsWith('/') ? null : "path must be absolute.";

    public INotifier? Build(ChannelInfo channel) => channel.Settings.GetValueOrDefault("mode") == "nothing"
        ? null
        : new FileNotifier(channel.Settings["path"], channel.Settings.GetValueOrDefault("mode"), channel.Settings.GetValueOrDefault("token"));

    public async ValueTask DispatchAsync(Notification notification, IChannelSender channels, CancellationToken cancellationToken)
    {
        foreach (var channel in channels.Channels)
        {
            await channels.SendAsync(channel.Id, notification, cancellationToken);
        }
    }

    private sealed class FailingDispatcher : IDispatcher
    {
        public ValueTask DispatchAsync(Notification notification, IChannelSender channels, CancellationToken cancellationToken) => throw new InvalidOperationException("it fails");
    }
}
