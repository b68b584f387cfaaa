namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>All plugins, also those that were refused.</summary>
internal sealed record PluginList(IReadOnlyList<PluginView> Plugins);
