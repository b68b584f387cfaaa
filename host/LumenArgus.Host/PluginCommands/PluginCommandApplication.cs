using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Startup;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Storage.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.PluginCommands;

/// <summary>Finds the commands that plugins declare, and runs one: its plugin is loaded, with those it depends on, as <c>serve</c> would load it.</summary>
internal sealed class PluginCommandApplication(TextWriter output, TextWriter error, Func<string, string?> environment, TimeProvider clock)
{
    /// <summary>Reads the manifests.</summary>
    /// <returns>The commands; of two with one name the first that is found.</returns>
    public IReadOnlyList<DeclaredCommand> Find() => !LumenArgusHome.TryResolve(environment, out var home, out _)
        ? []
        : [.. PluginCatalog.Discover(SearchPath(home).Folders).Candidates
            .Where(static candidate => candidate is { Rejection: null, Manifest: not null })
            .SelectMany(static candidate => candidate.Manifest!.Commands.Select(command => new DeclaredCommand(candidate.Id, command)))
            .DistinctBy(static declared => declared.Command.Name, StringComparer.Ordinal)];

    /// <summary>Runs a command.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(TypedCommand typed, CancellationToken cancellationToken)
    {
        if (StartConfiguration.Load(configPath: null, createDefault: false, environment, error) is not { } start)
        {
            return ExitCode.Failure;
        }

        if (HomeFolder.Problem(start.Home) is { } problem)
        {
            await error.WriteLineAsync(problem);
            return ExitCode.Failure;
        }

        using var loggers = LoggerFactory.Create(static _ => { });
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(clock);
        var builder = services.AddLumenArgus(start.Config, SearchPath(start.Home) with { Only = typed.Declared.PluginId });
        if (start.Config.Analytics.Enabled)
        {
            builder.AddDatabase();
        }

        await using var provider = services.BuildServiceProvider();
        if (provider.GetService<StoreService>() is { } store)
        {
            await store.OpenAsync(cancellationToken);
        }

        var host = provider.GetRequiredService<GenerationHost>();
        await host.StartAsync(start.Config, cancellationToken);
        return await RunAsync(host.Plugins, provider.GetRequiredService<PluginInvoker>(), typed, cancellationToken);
    }

    private async Task<int> RunAsync(PluginSet plugins, PluginInvoker invoker, TypedCommand typed, CancellationToken cancellationToken)
    {
        var (id, name) = (typed.Declared.PluginId, typed.Declared.Command.Name);
        if (plugins.Find(id) is not { } plugin)
        {
            var reason = plugins.All.FirstOrDefault(each => each.Id == id)?.Reason;
            await error.WriteLineAsync($"lumen-argus: the command '{name}' needs the plugin {id}, which is not loaded: {reason}");
            return ExitCode.Failure;
        }

        var command = plugin.Contributions.Commands.Single(each => each.Name == name).Command;
        var call = new CommandCall(name, typed.Arguments, typed.Options, output, error);
        var result = await invoker.InvokeAsync(
            new PluginCall(plugin, "command") { IsOutsideTraffic = true }, token => command.RunAsync(call, token), Timeout.InfiniteTimeSpan, cancellationToken);
        await output.FlushAsync(CancellationToken.None);
        if (result.Status == PluginCallStatus.Ok)
        {
            return result.Value;
        }

        if (result.Status != PluginCallStatus.Cancelled)
        {
            await error.WriteLineAsync($"lumen-argus: the command '{name}' of the plugin {id} failed: {plugin.GetStatus().Reason}");
        }

        return ExitCode.Failure;
    }

    private PluginSearchPath SearchPath(LumenArgusHome home) =>
        new(ExtensionFolders.Find([], includeBundled: true, environment, home, AppContext.BaseDirectory), home.Root);
}
