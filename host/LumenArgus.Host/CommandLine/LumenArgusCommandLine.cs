using LumenArgus.Host.Startup;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;
using LumenArgus.Inspection.Configuration;

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
          lumen-argus reload                                         let the running proxy read its configuration again
          lumen-argus mode passthrough --for 30m                     forward without looking, for half an hour
          lumen-argus scan .                                         look for secrets in files, or with --diff in what is staged

        Files: ~/.lumen-argus, or the folder that LUMEN_ARGUS_HOME names.
        Exit codes: 0 fine, 1 failed (the message says why), 2 command line not understood; 'scan' has its own, see its help.
        """;

    public static async Task<int> RunAsync(string[] args, CommandHandlers handlers, TextWriter output, TextWriter error)
    {
        var root = CreateRoot(handlers);

        // Manifests are only read where a command of the host's own does not answer.
        if (!root.Subcommands.Any(command => command.Name == args.FirstOrDefault()))
        {
            AddPluginCommands(root, handlers, error);
        }

        var parsed = root.Parse(args);
        string[] misread = [.. OptionsReadAsArguments(parsed)];
        if (parsed.Action is ParseErrorAction || (misread.Length > 0 && parsed.Action is not HelpAction))
        {
            await error.WriteAsync(UsageError(parsed, [.. misread, .. parsed.UnmatchedTokens]));
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,

            // Signals are ours: the first one drains (see ShutdownSignals), which takes longer than the library would wait.
            ProcessTerminationTimeout = null,
        });
    }

    // The library gives an option that it does not know to the next argument: a misspelt one would be a file that is not there, or a text to try.
    // Behind "--" all is argument. "- item" and "-----BEGIN" begin no option, nor does a number.
    private static IEnumerable<string> OptionsReadAsArguments(ParseResult parsed)
    {
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(static argument => argument.Tokens).ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.Tokens.TakeWhile(static token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Value is ['-', (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] or ['-', '-', (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] && arguments.Contains(token))
            .Select(static token => token.Value);
    }

    // The library's own report adds a screen of help, which hides the one line that says what is wrong.
    private static string UsageError(ParseResult parsed, IReadOnlyCollection<string> unknown)
    {
        var text = new StringBuilder();
        var known = parsed.CommandResult.Command.Options.Select(option => option.Name)
            .Concat(parsed.CommandResult.Command.Subcommands.Select(command => command.Name))
            .ToArray();
        foreach (var message in parsed.Errors.Select(problem => problem.Message).Where(_ => unknown.Count == 0))
        {
            text.Append("lumen-argus: ").Append(message).Append('\n');
        }

        var behind = parsed.Tokens.SkipWhile(static token => token.Type != TokenType.DoubleDash).Skip(1).Select(static token => token.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var token in unknown)
        {
            var isBehind = token.StartsWith('-') && behind.Contains(token);
            text.Append("lumen-argus: unknown ").Append(token.StartsWith('-') && !isBehind ? "option" : "argument")
                .Append(" '").Append(token).Append('\'').Append(isBehind ? " (behind -- nothing is an option)" : Suggestion.For(token, known)).Append('\n');
        }

        return text.Append("Try '").Append(CommandPath(parsed)).Append(" --help'.\n").ToString();
    }

    private static RootCommand CreateRoot(CommandHandlers handlers)
    {
        var root = new RootCommand(Description);
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Options.Add(new VersionOption("--version", "-V") { Action = new PrintVersion() });
        root.Subcommands.Add(ServeCommand.Create(handlers));
        root.Subcommands.Add(ReloadCommand.Create(handlers));
        root.Subcommands.Add(ModeCommand.Create(handlers));
        root.Subcommands.Add(ScanCommand.Create(handlers));
        root.Subcommands.Add(RulesCommand.Create(handlers));
        root.Subcommands.Add(PluginsCommand.Create(handlers));
        root.Subcommands.Add(ClientsCommand.Create(handlers));
        root.Subcommands.Add(AuditCommand.Create(handlers));
        root.Subcommands.Add(DashboardCommand.Create(handlers));
        root.Subcommands.Add(LogsCommand.Create(handlers));
        return root;
    }

    private static void AddPluginCommands(RootCommand root, CommandHandlers handlers, TextWriter error)
    {
        foreach (var declared in handlers.FindPluginCommands())
        {
            if (root.Subcommands.Any(command => command.Name == declared.Command.Name))
            {
                error.WriteLine($"lumen-argus: warning: the plugin {declared.PluginId} declares a command '{declared.Command.Name}', which the host has itself; it cannot be run");
            }
            else
            {
                root.Subcommands.Add(PluginVerb.Create(declared, handlers.RunPluginCommand));
            }
        }
    }

    private static string CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result?.Parent is not null; result = result.Parent as CommandResult)
        {
            names.Push(result.Command.Name);
        }

        names.Push("lumen-argus");
        return string.Join(' ', names);
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(ProductVersion.Current);
            return ExitCode.Ok;
        }
    }
}
