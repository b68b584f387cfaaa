using System.CommandLine;
using LumenArgus.Host.LogCommands;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus logs export</c>.</summary>
internal static class LogsCommand
{
    public static Command Create(CommandHandlers handlers) => new("logs", "Look at the application log.") { CreateExport(handlers) };

    private static Command CreateExport(CommandHandlers handlers)
    {
        var sanitize = new Option<bool>("--sanitize")
        {
            Description = "Replace addresses by [IP], names of hosts but the providers' and the configured upstreams' by [HOST], and paths by their last part",
        };
        var config = SharedOptions.Config();
        var command = new Command("export", "Write all rotated log files to standard output, oldest first. Exit code 1 if there is none.") { sanitize, config };
        command.SetAction((result, cancellationToken) => handlers.ExportLogs(
            new LogsExportOptions { Sanitize = result.GetValue(sanitize), ConfigPath = result.GetValue(config) }, cancellationToken));
        return command;
    }
}
