namespace LumenArgus.Host.CommandLine;

/// <summary>What the commands <c>plugins</c> run.</summary>
internal sealed record PluginsHandlers
{
    public required Func<PluginsOptions, CancellationToken, Task<int>> List { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Show { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Verify { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Install { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Remove { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Enable { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Disable { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Reload { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Trust { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> Sign { get; init; }

    public required Func<PluginsOptions, CancellationToken, Task<int>> GenerateKey { get; init; }
}
