using System.CommandLine;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus reload</c>.</summary>
internal static class ReloadCommand
{
    public static Command Create(CommandHandlers handlers)
    {
        var format = SharedOptions.Format();
        var command = new Command("reload", "Have the running proxy read its configuration again, and show what that changed. A mistake changes nothing: exit code 1.") { format };
        command.SetAction((result, cancellationToken) => handlers.Reload(new ReloadOptions(SharedOptions.ToFormat(result.GetValue(format))), cancellationToken));
        return command;
    }
}
