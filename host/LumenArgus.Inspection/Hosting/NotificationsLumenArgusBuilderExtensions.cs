using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Notifications;
using LumenArgus.Inspection.Records;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds notifications.</summary>
public static class NotificationsLumenArgusBuilderExtensions
{
    /// <summary>Adds the channels and what tells them of findings.</summary>
    /// <param name="builder">The composition, with its stores.</param>
    /// <returns>The same builder.</returns>
    public static ILumenArgusBuilder AddNotifications(this ILumenArgusBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ChannelDirectory>();
        builder.Services.TryAddSingleton<ChannelNotifiers>();
        builder.Services.TryAddSingleton<ChannelHealth>();
        builder.Services.TryAddSingleton<NotificationDispatcher>();
        builder.Services.AddSingleton<IExchangeSink>(static provider => provider.GetRequiredService<NotificationDispatcher>());
        return builder;
    }
}
