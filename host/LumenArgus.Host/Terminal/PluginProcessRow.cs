namespace LumenArgus.Host.Terminal;

/// <summary>The process of a plugin in <c>plugins show</c>.</summary>
/// <param name="Id">The system's number of the process; null while there is none.</param>
/// <param name="Restarts">How often it was started again.</param>
/// <param name="MemoryBytes">The memory it takes.</param>
/// <param name="MaxMemoryBytes">The most it may take.</param>
internal sealed record PluginProcessRow(int? Id, int Restarts, long MemoryBytes, long MaxMemoryBytes);
