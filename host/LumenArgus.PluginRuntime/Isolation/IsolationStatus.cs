namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>How the process of a plugin does.</summary>
/// <param name="ProcessId">The system's number of the process; null while there is none.</param>
/// <param name="Restarts">How often it was started again.</param>
/// <param name="MemoryBytes">The memory that it takes; 0 while there is none.</param>
/// <param name="MaxMemoryBytes">The most it may take.</param>
public sealed record IsolationStatus(int? ProcessId, int Restarts, long MemoryBytes, long MaxMemoryBytes);
