using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.DashboardParts;

/// <summary>A page that a plugin in use brings.</summary>
/// <param name="PluginId">The plugin.</param>
/// <param name="Version">Changes with the content of the plugin; part of its assets' addresses, so that an open dashboard loads a replaced module anew.</param>
/// <param name="Page">The page.</param>
/// <param name="IsRendered">Whether the plugin renders it; else it is a module.</param>
public sealed record PluginPage(string PluginId, string Version, DashboardPage Page, bool IsRendered);
