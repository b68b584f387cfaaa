using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Control;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Host.Reloading;

/// <summary>Runs <c>lumen-argus reload</c>.</summary>
internal sealed class ReloadApplication(TextWriter output, TextWriter error, Func<string, string?> environment)
{
    public async Task<int> RunAsync(ReloadOptions options, CancellationToken cancellationToken)
    {
        if (!LumenArgusHome.TryResolve(environment, out var home, out var homeless))
        {
            await error.WriteLineAsync("lumen-argus: " + homeless);
            return ExitCode.Failure;
        }

        var (report, problem) = await ControlClient.ReloadAsync(home, cancellationToken);
        if (report is null)
        {
            await error.WriteLineAsync("lumen-argus: " + problem);
            return ExitCode.Failure;
        }

        if (options.Format == TerminalFormat.Json)
        {
            await output.WriteLineAsync(ReloadReportJson.Write(report));
        }

        if (!report.Ok)
        {
            await WriteErrorsAsync(report);
            return ExitCode.Failure;
        }

        if (options.Format == TerminalFormat.Text)
        {
            var colour = ColourChoice.IsOn(noColorFlag: false, !Console.IsOutputRedirected, environment);
            await output.WriteLineAsync(new ReloadSummary(new Ansi(colour)).Render(report));
        }

        return ExitCode.Ok;
    }

    private async Task WriteErrorsAsync(ReloadReport report)
    {
        await error.WriteLineAsync("lumen-argus: not reloaded, the settings of before stay in use:");
        foreach (var problem in report.Errors)
        {
            await error.WriteLineAsync("  " + problem);
        }
    }
}
