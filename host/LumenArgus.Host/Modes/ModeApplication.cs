using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Control;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Modes;

namespace LumenArgus.Host.Modes;

/// <summary>Runs <c>lumen-argus mode</c>.</summary>
internal sealed class ModeApplication(TextWriter output, TextWriter error, Func<string, string?> environment)
{
    public async Task<int> RunAsync(ModeOptions options, CancellationToken cancellationToken)
    {
        if (!LumenArgusHome.TryResolve(environment, out var home, out var homeless))
        {
            await error.WriteLineAsync("lumen-argus: " + homeless);
            return ExitCode.Failure;
        }

        var request = ControlProtocol.Mode(options.Mode, options.Duration);
        var (answer, problem) = await ControlClient.AskAsync(home, request, cancellationToken);
        if (answer is null || ModeJson.TryRead(answer) is not { } state)
        {
            await error.WriteLineAsync("lumen-argus: " + (problem ?? ControlClient.Unreadable));
            return ExitCode.Failure;
        }

        await output.WriteLineAsync(options.Format == TerminalFormat.Json ? ModeJson.Write(state) : Describe(state));
        if (state.Problem is { } notKept)
        {
            await error.WriteLineAsync($"lumen-argus: warning: the mode is in use, but {notKept}");
        }

        return ExitCode.Ok;
    }

    private static string Describe(ModeState state) => state.Mode == ProxyMode.Active
        ? "active: everything is looked at"
        : $"{state}: everything is forwarded and recorded, nothing is looked at";
}
