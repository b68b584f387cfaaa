using LumenArgus.Dashboard.Hosting;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Control;
using LumenArgus.Host.Logging;
using LumenArgus.Host.Reloading;
using LumenArgus.Host.Shutdown;
using LumenArgus.Host.Startup;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Modes;
using LumenArgus.Proxy.Hosting;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host;

/// <summary>Runs the commands.</summary>
internal sealed class ServerApplication(TextWriter output, TextWriter error, Func<string, string?> environment, TimeProvider clock)
{
    /// <summary>Runs <c>serve</c> until a signal or the token ends it.</summary>
    public async Task<int> ServeAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        // First of all: a signal that comes before it would end the process by default.
        using var signals = new ShutdownSignals();
        using var hangup = new ReloadSignal();
        WarmUp.Compile();
        var folder = Directory.GetCurrentDirectory();
        if (StartConfiguration.Load(options, environment, error)?.WithProjectFiles([folder], error) is not { } start)
        {
            return ExitCode.Failure;
        }

        if (HomeFolder.Problem(start.Home) is { } problem)
        {
            await error.WriteLineAsync(problem);
            return ExitCode.Failure;
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(signals.Requested, cancellationToken);
        using var logging = new HostLogging(start.Config.Logging, options.LogLevel, error, clock);
        var colour = ColourChoice.IsOn(options.NoColor, !Console.IsOutputRedirected, environment);
        using var terminal = new TerminalReporter(output, TerminalReporter.FormatFor(options.Format, colour), new SessionStatistics());
        var plugins = new PluginSearchPath(
            ExtensionFolders.Find(options.Extensions, options.IncludeBundledExtensions, environment, start.Home, AppContext.BaseDirectory), start.Home.Root);
        var isStarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var startOfDashboard = Task.FromResult<DashboardStart?>(null);
        RunningProduct product;
        try
        {
            product = await RunningProduct.StartAsync(
                start.Config,
                plugins,
                logging.Factory,
                [terminal],
                clock,
                stopping.Token,
                options.ApplyTo,
                services => startOfDashboard = Task.Run(() => StartDashboardAsync(start.Config.Dashboard, services, isStarted.Task, stopping.Token)));
        }
        catch (ListenException failure)
        {
            await error.WriteLineAsync(PortProblem.Describe(start.Config.Proxy, failure));
            return ExitCode.Failure;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"lumen-argus: cannot start: {failure.Message}");
            return ExitCode.Failure;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return ExitCode.Ok;
        }

        await using (product)
        {
            isStarted.SetResult();
            product.RecordUnknownKeys(start.Warnings);
            logging.OnFileFault(product.RecordLogFile);
            var dashboard = await startOfDashboard;
            await using var served = dashboard?.Server;
            await product.WarmedUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a signal may end it
            WarmUp.ReturnMemory();
            var reload = new ServeReload(options, start, folder, product, logging, terminal, clock);
            var queue = new ReloadQueue(reload.RunAsync);
            product.Control.Reload = queue.RequestAsync;
            product.Control.Configuration = start;
            product.Control.Options = options;
            await using (StartControl(start.Home, queue, product))
            await using (queue)
            await using (options.WatchExtensions ? new ExtensionWatch(plugins.Folders, clock, () => queue.RequestAsync(ReloadScope.Plugins)) : null)
            {
                // Behind the socket and the watch: who has seen that it listens can reload, and change a plugin.
                terminal.Started(Describe(start, plugins, product) with { DashboardLink = dashboard?.Server?.Link, DashboardUrl = dashboard?.Server?.Url });
                start.TellUnknown(product.Generation.Plugins, error);
                start.LogWarnings(product.Generation.Plugins, logging.CreateFileLogger(typeof(StartConfiguration).FullName!));
                var warmingUp = served?.WarmUpAsync(stopping.Token) ?? Task.CompletedTask;
                if (product.Mode.IsPassthrough)
                {
                    terminal.ModeChanged(product.Mode.Current);
                }

                product.Mode.Changed += terminal.ModeChanged;
                hangup.Attach(() => _ = queue.RequestAsync());
                await using (product.WatchRules(() => queue.RequestAsync(ReloadScope.Rules)))
                {
                    await WaitAsync(stopping.Token);
                }

                hangup.Detach();
                await warmingUp;
                if (served is not null)
                {
                    await served.StopAsync();
                }
            }

            var patience = product.Generation.Config.Proxy.DrainTimeout;
            if (product.OpenRequests > 0)
            {
                terminal.Stopping(product.OpenRequests, patience);
            }

            await product.StopAsync(patience);
        }

        terminal.Stopped();
        return ExitCode.Ok;
    }

    private async Task<DashboardStart?> StartDashboardAsync(DashboardConfig config, IServiceProvider product, Task productStarted, CancellationToken stopping)
    {
        if (!config.Enabled)
        {
            return null;
        }

        try
        {
            var dashboard = await DashboardServer.StartAsync(product, stopping, productStarted);
            if (dashboard.Problem is { } problem)
            {
                await error.WriteLineAsync($"lumen-argus: warning: {problem}");
            }

            return dashboard;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private ControlServer? StartControl(LumenArgusHome home, ReloadQueue queue, RunningProduct product)
    {
        var commands = new ControlCommands
        {
            Reload = queue.RequestAsync,
            Mode = (wanted, duration) => wanted is { } next ? product.Mode.SetAsync(next, duration, CancellationToken.None) : Task.FromResult(product.Mode.Current),
            Plugins = () => PluginRows.Of(product.Plugins),
            Clients = () => product.Generation.Clients,
            Url = () => ProxyUrl.Of(product.Generation.Config.Proxy.Bind, product.Port),

            // With an id the files are read too: that plugin gets its settings as they are now.
            ReloadPlugins = id => queue.RequestAsync(id is null ? new ReloadRequest(ReloadScope.Plugins, []) : new ReloadRequest(ReloadScope.All, [id])),
        };
        var control = ControlServer.TryStart(home, commands, out var problem);
        if (problem is not null)
        {
            error.WriteLine($"lumen-argus: warning: {problem}");
        }

        return control;
    }

    private static async Task WaitAsync(CancellationToken stopping)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stopping.Register(() => ended.TrySetResult());
        await ended.Task;
    }

    private static StartInfo Describe(StartConfiguration start, PluginSearchPath plugins, RunningProduct product) => new()
    {
        Bind = start.Config.Proxy.Bind,
        Port = product.Port,

        // What is in force: the dashboard may have decided something else than the file.
        DefaultAction = product.Generation.Config.DefaultAction,
        Plugins = [.. product.Generation.Plugins.All.Select(static plugin => new StartedPlugin(
            plugin.Id, plugin.Version, PluginRows.StateName(plugin.State), plugin.Reason.Length == 0 ? null : plugin.Reason))],
        CanRedact = product.Generation.CanRedact,
        ExtensionFolders = plugins.Folders,
        ConfigFile = start.File,
        AuditFile = product.AuditFile,
    };
}
