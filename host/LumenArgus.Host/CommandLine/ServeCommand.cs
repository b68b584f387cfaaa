using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus serve</c>.</summary>
internal sealed class ServeCommand
{
    private readonly Option<int?> _port = new("--port", "-p")
    {
        Description = "Port to listen on; 0 takes a free one [default: 8080, or proxy.port of the configuration]",
        HelpName = "PORT",
        CustomParser = ParsePort,
    };

    private readonly Option<string?> _host = new("--host", "-H")
    {
        Description = "Address to listen on [default: 127.0.0.1, or proxy.bind of the configuration]",
        HelpName = "ADDRESS",
    };

    private readonly Option<string?> _config = SharedOptions.Config();

    private readonly Option<string?> _logDir = new("--log-dir")
    {
        Description = "Folder of the audit log [default: ~/.lumen-argus/audit, or audit.log_dir of the configuration]",
        HelpName = "DIR",
    };

    private readonly Option<string> _action = SharedOptions.Action();

    private readonly Option<string> _format = SharedOptions.Format();

    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours (also: the variable NO_COLOR, or output that is no terminal)" };

    private readonly Option<string> _logLevel = new Option<string>("--log-level")
    {
        Description = "What to log on standard error",
        HelpName = "debug|info|warning|error",
        DefaultValueFactory = _ => "warning",
    }.AcceptOnly("debug", "info", "warning", "error");

    private readonly Option<string[]> _extensions = SharedOptions.Extensions();

    private readonly Option<bool> _noBundledExtensions = SharedOptions.NoBundledExtensions();

    private readonly Option<bool> _watchExtensions = new("--watch-extensions")
    {
        Description = "For the development of plugins: replace a plugin as soon as its folder has changed",
    };

    private readonly Option<bool> _noDefaultRules = new("--no-default-rules")
    {
        Description = "Do not put the plugins' rules into the table of rules when they are first seen; they run all the same",
    };

    private readonly Option<int?> _dashboardPort = new("--dashboard-port")
    {
        Description = "Port of the dashboard; 0 takes a free one [default: 8081, or dashboard.port of the configuration]",
        HelpName = "PORT",
        CustomParser = ParsePort,
    };

    private readonly Option<bool> _noDashboard = new("--no-dashboard") { Description = "No dashboard" };

    // Flags of the Python original. Scripts that use them keep working and are told.
    private readonly Option<bool> _noStandalone = new("--no-standalone") { Hidden = true };

    public static Command Create(CommandHandlers handlers)
    {
        var serve = new ServeCommand();
        var command = new Command("serve", "Start the proxy: scan what AI tools send, then forward it to the provider.")
        {
            serve._port, serve._host, serve._config, serve._logDir, serve._action, serve._format, serve._noColor, serve._logLevel, serve._extensions,
            serve._noBundledExtensions, serve._watchExtensions, serve._noDefaultRules,
            serve._dashboardPort, serve._noDashboard, serve._noStandalone,
        };
        serve._host.Validators.Add(CheckHost);
        command.SetAction((result, cancellationToken) => handlers.Serve(serve.Read(result), cancellationToken));
        return command;
    }

    private static int? ParsePort(ArgumentResult result)
    {
        var option = result.Parent is OptionResult { IdentifierToken.Value: "--dashboard-port" } ? "--dashboard-port" : "--port";
        if (int.TryParse(result.Tokens[0].Value, out var port) && port is >= 0 and <= 65535)
        {
            return port;
        }

        result.AddError($"{option} must be 0..65535 (was {result.Tokens[0].Value}).");
        return null;
    }

    private static void CheckHost(OptionResult result)
    {
        if (result.Tokens.Count == 1 && result.Tokens[0].Value is var host && host != "localhost" && !IPAddress.TryParse(host, out _))
        {
            result.AddError($"--host must be an IP address or localhost (was {host}).");
        }
    }

    private ServeOptions Read(ParseResult result) => new()
    {
        Port = result.GetValue(_port),
        Host = result.GetValue(_host),
        ConfigPath = result.GetValue(_config),
        LogDir = result.GetValue(_logDir),
        Action = SharedOptions.ToAction(result.GetValue(_action)),
        Format = SharedOptions.ToFormat(result.GetValue(_format)),
        NoColor = result.GetValue(_noColor),
        LogLevel = result.GetValue(_logLevel) switch
        {
            "debug" => LogLevel.Debug,
            "info" => LogLevel.Information,
            "error" => LogLevel.Error,
            _ => LogLevel.Warning,
        },
        Extensions = SharedOptions.ToFolders(result.GetValue(_extensions)),
        WatchExtensions = result.GetValue(_watchExtensions),
        IncludeBundledExtensions = !result.GetValue(_noBundledExtensions),
        NoDefaultRules = result.GetValue(_noDefaultRules),
        DashboardPort = result.GetValue(_dashboardPort),
        NoDashboard = result.GetValue(_noDashboard),
        UnsupportedFlags = [.. new Option[] { _noStandalone }
            .Where(option => result.GetResult(option) is { Implicit: false })
            .Select(option => option.Name)],
    };
}
