using System.Text;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Host.Dashboards;

/// <summary>Runs <c>dashboard password</c>: from the terminal without showing it, else the first line of standard input.</summary>
internal sealed class PasswordApplication(TextReader input, TextWriter output, TextWriter error)
{
    private const int MinLength = 8;

    public async Task<int> RunAsync(bool isViewer, CancellationToken cancellationToken)
    {
        var password = Console.IsInputRedirected ? await input.ReadLineAsync(cancellationToken) : Ask();
        if (password is null || password.Length < MinLength)
        {
            await error.WriteLineAsync($"lumen-argus: a password needs at least {MinLength} characters.");
            return ExitCode.Failure;
        }

        // Quoted: a dollar sign or a plus mean nothing there.
        await output.WriteLineAsync($"dashboard:\n  {(isViewer ? "viewer_password" : "password")}: \"{PasswordHash.Of(password).Format()}\"");
        return ExitCode.Ok;
    }

    private string? Ask()
    {
        error.Write("Password: ");
        var first = ReadHidden();
        error.Write("Again: ");
        if (ReadHidden() == first)
        {
            return first;
        }

        error.WriteLine("lumen-argus: the two differ.");
        return null;
    }

    private string ReadHidden()
    {
        var text = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                error.WriteLine();
                return text.ToString();
            }

            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }
    }
}
