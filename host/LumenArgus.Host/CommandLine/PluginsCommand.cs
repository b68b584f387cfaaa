using System.CommandLine;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus plugins list</c>.</summary>
internal static class PluginsCommand
{
    public static Command Create(CommandHandlers handlers) => new("plugins", "Look at the plugins that bring the detectors.") { CreateList(handlers) };

    private static Command CreateList(CommandHandlers handlers)
    {
        var config = SharedOptions.Config();
        var format = SharedOptions.Format();
        var extensions = SharedOptions.Extensions();
        var noBundled = SharedOptions.NoBundledExtensions();
        var command = new Command("list", "Show id, version, state, reason, hooks and folder of every plugin that was found.") { config, format, extensions, noBundled };
        command.SetAction((result, cancellationToken) => handlers.ListPlugins(
            new PluginsListOptions(
                result.GetValue(config),
                SharedOptions.ToFormat(result.GetValue(format)),
                SharedOptions.ToFolders(result.GetValue(extensions)),
                !result.GetValue(noBundled)),
            cancellationToken));
        return command;
    }
}
