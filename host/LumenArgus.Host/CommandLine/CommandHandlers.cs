namespace LumenArgus.Host.CommandLine;

/// <summary>What the commands run. The command line itself only parses.</summary>
internal sealed record CommandHandlers(
    Func<ServeOptions, CancellationToken, Task<int>> Serve,
    Func<PluginsListOptions, CancellationToken, Task<int>> ListPlugins);
