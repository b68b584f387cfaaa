using System.Collections.Immutable;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Control;
using LumenArgus.Host.Output;
using LumenArgus.Host.Startup;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Reloading;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Trust;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Hosting;
using LumenArgus.Storage.Overrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.PluginCommands;

/// <summary>Runs the commands <c>plugins</c> that change something; a product that runs is told, and says what became of it.</summary>
internal sealed class PluginChangeApplication(TextWriter output, TextWriter error, Func<string, string?> environment, TimeProvider clock)
{
    public async Task<int> ReloadAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        if (!LumenArgusHome.TryResolve(environment, out var home, out var homeless))
        {
            return await FailAsync(homeless);
        }

        var id = options.Names.FirstOrDefault();
        var (report, problem) = await ControlClient.ReloadPluginsAsync(home, id, cancellationToken);
        if (report is null)
        {
            return await FailAsync(problem!);
        }

        if (id is not null && report.Ok && !report.Plugins.Any(change => change.Id == id))
        {
            return await FailAsync($"no plugin '{id}' was loaded: it was not found, or it is switched off ('lumen-argus plugins list' shows all)");
        }

        return await TellAsync(report, options, whenNone: "nothing has changed in the extension folders");
    }

    public async Task<int> InstallAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        if (Load(options) is not { } start)
        {
            return ExitCode.Failure;
        }

        // Whoever installs a plugin accepts its content; a signature is somebody else's word and has to be there.
        var gate = start.Config.Plugins.Trust == PluginTrust.Signed ? TrustGates.For(start.Config.Plugins, start.Home.Root) : TrustGate.Open;
        var (installed, problem) = PluginInstaller.Install(options.Names[0], start.Home.ExtensionsDirectory, gate);
        if (installed?.Candidate is not { Manifest: { } manifest } candidate)
        {
            return await FailAsync($"{options.Names[0]} was not installed: {problem}");
        }

        if (PinsFile.Change(start.Home, pins => pins.With(manifest, installed.ContentHash)) is { } unwritten)
        {
            return await FailAsync(unwritten);
        }

        await SayAsync(options, $"installed {PrintableText.Of($"{candidate.Id} {manifest.Version}")} in {candidate.Folder}");
        return await TellRunningAsync(start, options, cancellationToken);
    }

    public async Task<int> RemoveAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        if (Load(options) is not { } start)
        {
            return ExitCode.Failure;
        }

        if (PluginInstaller.Remove(options.Names[0], start.Home.ExtensionsDirectory) is { } problem)
        {
            return await FailAsync(problem);
        }

        if (PinsFile.Change(start.Home, pins => pins.Without(options.Names[0])) is { } unwritten)
        {
            return await FailAsync(unwritten);
        }

        await SayAsync(options, $"removed {options.Names[0]} from {start.Home.ExtensionsDirectory}");
        return await TellRunningAsync(start, options, cancellationToken);
    }

    public Task<int> EnableAsync(PluginsOptions options, CancellationToken cancellationToken) => SwitchAsync(options, isOn: true, cancellationToken);

    public Task<int> DisableAsync(PluginsOptions options, CancellationToken cancellationToken) => SwitchAsync(options, isOn: false, cancellationToken);

    private async Task<int> SwitchAsync(PluginsOptions options, bool isOn, CancellationToken cancellationToken)
    {
        if (Load(options) is not { } start)
        {
            return ExitCode.Failure;
        }

        if (!start.Config.Analytics.Enabled)
        {
            return await FailAsync($"there is no database (analytics.enabled is false): set plugins.{options.Names[0]}.enabled in the configuration");
        }

        var plugins = new PluginSearchPath(
            ExtensionFolders.Find(options.Extensions, options.IncludeBundledExtensions, environment, start.Home, AppContext.BaseDirectory), start.Home.Root);
        string[] known = [.. PluginCatalog.Discover(plugins.Folders).Candidates.Select(static candidate => candidate.Id), .. await RunningAsync(start.Home, cancellationToken)];
        if (options.Names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            return await FailAsync($"no plugin '{unknown}' was found{Suggestion.For(unknown, known)}");
        }

        try
        {
            await KeepAsync(start.Config, plugins, options.Names, isOn, cancellationToken);
        }
        catch (Exception failure) when (failure is StoreException or IOException or UnauthorizedAccessException)
        {
            return await FailAsync(failure.Message);
        }

        foreach (var name in options.Names)
        {
            await SayAsync(options, $"{name} is {(isOn ? "enabled" : "disabled")}");
        }

        return await TellRunningAsync(start, options, cancellationToken);
    }

    private async Task KeepAsync(LumenArgusConfig config, PluginSearchPath plugins, ImmutableArray<string> names, bool isOn, CancellationToken cancellationToken)
    {
        using var loggers = LoggerFactory.Create(static _ => { });
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(clock);
        services.AddLumenArgus(config, plugins).AddDatabase();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StoreService>().OpenAsync(cancellationToken);
        var overrides = provider.GetRequiredService<IConfigOverrideStore>();
        foreach (var name in names)
        {
            // What the configuration says already needs no entry that would hide it later.
            if (isOn && config.Plugin(name).Enabled)
            {
                await overrides.DeleteAsync(PluginSwitches.KeyOf(name), cancellationToken);
            }
            else
            {
                await overrides.SetAsync(PluginSwitches.KeyOf(name), isOn ? "true" : "false", cancellationToken);
            }
        }
    }

    private static async Task<IEnumerable<string>> RunningAsync(LumenArgusHome home, CancellationToken cancellationToken) =>
        (await ControlClient.TryReadPluginsAsync(home, cancellationToken) ?? []).Select(static row => row.Id);

    private async Task<int> TellRunningAsync(StartConfiguration start, PluginsOptions options, CancellationToken cancellationToken)
    {
        if (await ControlClient.TryReadPluginsAsync(start.Home, cancellationToken) is null)
        {
            return ExitCode.Ok; // the next start sees it
        }

        var (report, problem) = await ControlClient.ReloadPluginsAsync(start.Home, id: null, cancellationToken);
        return report is null ? await FailAsync(problem!) : await TellAsync(report, options, whenNone: "the running product has nothing to change");
    }

    private async Task<int> TellAsync(ReloadReport report, PluginsOptions options, string whenNone)
    {
        if (options.Format == TerminalFormat.Json)
        {
            await output.WriteLineAsync(ReloadReportJson.Write(report));
        }
        else
        {
            foreach (var line in report.Plugins.Select(static change => change.ToString()).DefaultIfEmpty(whenNone))
            {
                await output.WriteLineAsync(PrintableText.Of(line));
            }
        }

        foreach (var problem in report.Errors)
        {
            await error.WriteLineAsync($"lumen-argus: {problem}");
        }

        return report.Ok && report.Plugins.All(static change => change.Kind != PluginChangeKind.Refused) ? ExitCode.Ok : ExitCode.Failure;
    }

    // JSON is the report of the running product alone.
    private Task SayAsync(PluginsOptions options, string line) => (options.Format == TerminalFormat.Json ? error : output).WriteLineAsync(line);

    private StartConfiguration? Load(PluginsOptions options) => StartConfiguration.Load(options.ConfigPath, createDefault: false, environment, error);

    private async Task<int> FailAsync(string problem)
    {
        await error.WriteLineAsync($"lumen-argus: {problem}");
        return ExitCode.Failure;
    }
}
