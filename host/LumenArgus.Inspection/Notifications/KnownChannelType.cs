using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Notifications;

/// <summary>A type of channel that can be used now.</summary>
/// <param name="PluginId">The plugin that brings it.</param>
/// <param name="Type">The type.</param>
public sealed record KnownChannelType(string PluginId, ChannelType Type);
