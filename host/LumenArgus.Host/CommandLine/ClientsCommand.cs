using System.CommandLine;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus clients</c>.</summary>
internal static class ClientsCommand
{
    public static Command Create(CommandHandlers handlers)
    {
        var json = new Option<bool>("--json") { Description = "One JSON array with everything that is known of each tool" };
        var command = new Command("clients", "List the AI coding tools that are known, and how each is pointed at the proxy.") { json };
        command.SetAction((result, cancellationToken) => handlers.ListClients(result.GetValue(json), cancellationToken));
        return command;
    }
}
