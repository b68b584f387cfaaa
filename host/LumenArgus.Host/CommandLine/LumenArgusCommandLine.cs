using System.CommandLine;
using System.CommandLine.Invocation;

namespace LumenArgus.Host.CommandLine;

/// <summary>The commands of <c>lumen-argus</c>: parses, dispatches, gives the exit code.</summary>
internal static class LumenArgusCommandLine
{
    private const string Description = """
        LumenArgus stands between AI coding tools and their providers and looks at every byte that leaves.

        Start here:
          lumen-argus serve                                          listen on http://127.0.0.1:8080
          export ANTHROPIC_BASE_URL=http://127.0.0.1:8080 && claude  let Claude Code talk to it
          lumen-argus serve --action block                           stop requests with secrets instead of warning

        Files: ~/.lumen-argus, or the folder that LUMEN_ARGUS_HOME names.
        Exit codes: 0 fine, 1 failed (the message says why), 2 command line not understood.
        """;

    public static async Task<int> RunAsync(string[] args, CommandHandlers handlers, TextWriter output, TextWriter error)
    {
        var parsed = CreateRoot(handlers).Parse(args);
        if (parsed.Action is ParseErrorAction parseError)
        {
            // A screen of help hides the one line that says what is wrong.
            parseError.ShowHelp = false;
        }

        var code = await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,

            // Signals are ours: the first one drains (see ShutdownSignals), which takes longer than the library would wait.
            ProcessTerminationTimeout = null,
        });
        if (parsed.Errors.Count == 0)
        {
            return code;
        }

        await error.WriteLineAsync($"Try '{CommandPath(parsed)} --help'.");
        return ExitCode.Usage;
    }

    private static RootCommand CreateRoot(CommandHandlers handlers)
    {
        var root = new RootCommand(Description);
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Options.Add(new VersionOption("--version", "-V"));
        root.Subcommands.Add(ServeCommand.Create(handlers));
        root.Subcommands.Add(PluginsCommand.Create(handlers));
        return root;
    }

    private static string CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result?.Parent is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Push(result.Command.Name);
        }

        names.Push("lumen-argus");
        return string.Join(' ', names);
    }
}
