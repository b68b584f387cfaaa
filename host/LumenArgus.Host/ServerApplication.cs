using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Logging;
using LumenArgus.Host.Shutdown;
using LumenArgus.Host.Startup;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Host;

/// <summary>Runs the commands. So far without a listener and without plugins.</summary>
internal sealed class ServerApplication(TextWriter output, TextWriter error, Func<string, string?> environment, TimeProvider clock)
{
    /// <summary>Runs <c>serve</c> until a signal or the token ends it.</summary>
    public async Task<int> ServeAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        if (StartConfiguration.Load(options, environment, error) is not { } start)
        {
            return ExitCode.Failure;
        }

        using var signals = new ShutdownSignals();
        using var logging = new HostLogging(start.Config.Logging, options.LogLevel, error, clock);
        var colour = ColourChoice.IsOn(options.NoColor, !Console.IsOutputRedirected, environment);
        using var terminal = new TerminalReporter(output, TerminalReporter.FormatFor(options.Format, colour), new SessionStatistics());
        terminal.Started(new StartInfo
        {
            Bind = start.Config.Proxy.Bind,
            Port = start.Config.Proxy.Port,
            DefaultAction = start.Config.DefaultAction,
            Plugins = [],
            ConfigFile = start.File,
        });

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onSignal = signals.Requested.Register(() => ended.TrySetResult());
        await using var onCancel = cancellationToken.Register(() => ended.TrySetResult());
        await ended.Task;

        terminal.Stopped();
        return ExitCode.Ok;
    }

    /// <summary>Runs <c>plugins list</c>.</summary>
    public Task<int> ListPluginsAsync(PluginsListOptions options, CancellationToken cancellationToken)
    {
        if (StartConfiguration.Load(options.ConfigPath, createDefault: false, environment, error) is null)
        {
            return Task.FromResult(ExitCode.Failure);
        }

        if (options.Format == TerminalFormat.Text)
        {
            var colour = ColourChoice.IsOn(noColorFlag: false, !Console.IsOutputRedirected, environment);
            PluginTable.WriteText(output, [], colour, Console.IsOutputRedirected ? null : Console.WindowWidth);
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
