using System.Reflection;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Registration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>The third gate and everything behind it: load, look at the types, construct, configure, build the container, start.</summary>
internal sealed class PluginStarter(PluginLoaderOptions options, TimeProvider clock, ILoggerFactory loggers)
{
    /// <summary>Starts a plugin from its shadow folder. Owns the folder from here on.</summary>
    /// <returns>The plugin, or null and why not.</returns>
    public async Task<(IRunningPlugin? Plugin, LifecycleFailure? Failure)> StartAsync(
        PluginManifest manifest, ShadowFolder shadow, PluginFaults faults, CancellationToken cancellationToken)
    {
        var plugin = new LoadedPlugin(new PluginLoadContext(manifest.Id, Path.Combine(shadow.Path, manifest.Entry)), shadow);
        try
        {
            var failure = await RunStepsAsync(plugin, manifest, faults, cancellationToken);
            if (failure is null)
            {
                return (plugin, null);
            }

            await DiscardAsync(plugin);
            return (null, failure);
        }
        catch (OperationCanceledException)
        {
            await DiscardAsync(plugin);
            throw;
        }
    }

    private async Task<LifecycleFailure?> RunStepsAsync(LoadedPlugin plugin, PluginManifest manifest, PluginFaults faults, CancellationToken cancellationToken)
    {
        var registry = new PluginRegistry(manifest);
        var services = new ServiceCollection();
        var logger = loggers.CreateLogger($"Plugin.{manifest.Id}");
        var configuration = options.Configuration(manifest);
        plugin.Configuration = configuration;
        services.AddSingleton(configuration);
        services.AddSingleton(logger);
        services.AddSingleton(clock);
        var host = options.HostServices(manifest);
        AddHost(services, host);

        return await RunAsync("loading", options.ConfigureBudget, _ => plugin.Instance = Create(plugin.Context, manifest))
            ?? await RunAsync("Configure", options.ConfigureBudget, _ =>
            {
                plugin.Instance!.Configure(new PluginBuilder(manifest.Id, configuration, services, registry));
                registry.Seal();
            })
            ?? await RunAsync("the factories", options.ConfigureBudget, _ =>
            {
                plugin.Services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
                var assets = registry.Pages.Count == 0 ? PluginAssets.None : PluginAssets.Read(plugin.Instance!.GetType().Assembly);
                plugin.Contributions = ContributionFactory.Create(registry, plugin.Services, manifest, faults, assets);
            })
            ?? await LifecycleCall.RunAsync(
                "StartAsync",
                options.StartBudget,
                clock,
                token => plugin.Instance!.StartAsync(new PluginContext(manifest.Id, configuration, logger, clock, host, plugin.Stopping.Token), token),
                cancellationToken);

        Task<LifecycleFailure?> RunAsync(string operation, TimeSpan budget, Action<CancellationToken> step) => LifecycleCall.RunAsync(
            operation,
            budget,
            clock,
            token =>
            {
                step(token);
                return ValueTask.CompletedTask;
            },
            cancellationToken);
    }

    private static void AddHost(ServiceCollection services, IHostServices host)
    {
        services.AddSingleton(host);
        services.AddSingleton(host.Templates);
        services.AddSingleton(host.Kv);
        services.AddSingleton(host.Events);
        services.AddSingleton(host.Findings);
        services.AddSingleton(host.Rules);
        services.AddSingleton(host.RuleEvaluator);
        services.AddSingleton(host.Scan);
        services.AddSingleton(host.Rows);
        services.AddSingleton(host.Plugins);
        services.AddSingleton(host.Proxy);
        services.AddSingleton(host.Licence);
    }

    private static ILumenPlugin Create(PluginLoadContext context, PluginManifest manifest)
    {
        var assembly = context.LoadEntry();

        // Resolves every type against this host: what does not fit comes out here, before any code of the plugin has run.
        var types = assembly.GetTypes();
        var type = Array.Find(types, type => type.FullName == manifest.EntryType) ?? throw new PluginLoadException(NoEntryType(manifest, types));
        if (!typeof(ILumenPlugin).IsAssignableFrom(type) || type.IsAbstract || type.ContainsGenericParameters)
        {
            throw new PluginLoadException($"entryType: {manifest.EntryType} must be a class that implements ILumenPlugin");
        }

        var constructor = type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)
            ?? throw new PluginLoadException($"entryType: {manifest.EntryType} needs a public constructor without parameters");
        return (ILumenPlugin)constructor.Invoke(null);
    }

    private static string NoEntryType(PluginManifest manifest, Type[] types)
    {
        var plugins = types.Where(type => !type.IsAbstract && typeof(ILumenPlugin).IsAssignableFrom(type)).Select(type => type.FullName).ToList();
        var hint = plugins.Count == 0 ? "nothing in it implements ILumenPlugin" : $"did you mean {string.Join(" or ", plugins)}?";
        return $"entryType: {manifest.Entry} has no type {manifest.EntryType}; {hint}";
    }

    // Whatever it managed to start gets its chance to end; what it does wrong here no longer matters to anyone.
    private async Task DiscardAsync(LoadedPlugin plugin)
    {
        if (plugin.Instance is not null)
        {
            await LifecycleCall.RunAsync("StopAsync", options.StopBudget, clock, token => plugin.StopAsync(started: false, token), CancellationToken.None);
        }

        plugin.Unload();
    }
}
