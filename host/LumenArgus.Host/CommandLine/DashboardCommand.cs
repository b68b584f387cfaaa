using System.CommandLine;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus dashboard</c>.</summary>
internal static class DashboardCommand
{
    public static Command Create(CommandHandlers handlers)
    {
        var password = new Command("password", "Ask for a password and print the line of config.yaml that lets it open the dashboard; the password itself is kept nowhere.");
        password.SetAction((_, cancellationToken) => handlers.HashPassword(cancellationToken));
        return new Command("dashboard", "What the dashboard needs beside a browser.") { password };
    }
}
