namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>The process of a plugin that has one of its own.</summary>
/// <param name="Id">The system's number; null while there is none.</param>
/// <param name="Restarts">How often it was started again.</param>
/// <param name="MemoryBytes">The memory it takes.</param>
/// <param name="MaxMemoryBytes">The most it may take.</param>
internal sealed record PluginProcessView(int? Id, int Restarts, long MemoryBytes, long MaxMemoryBytes);
