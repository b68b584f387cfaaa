using System.CommandLine;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus dashboard</c>.</summary>
internal static class DashboardCommand
{
    public static Command Create(CommandHandlers handlers)
    {
        var password = new Command("password", "Ask for a password and print the line of config.yaml that lets it open the dashboard; the password itself is kept nowhere.");
        var viewer = new Option<bool>("--viewer") { Description = "Print the line for a password that lets its owner look and change nothing." };
        password.Options.Add(viewer);
        password.SetAction((parsed, cancellationToken) => handlers.HashPassword(parsed.GetValue(viewer), cancellationToken));
        return new Command("dashboard", "What the dashboard needs beside a browser.") { password };
    }
}
