using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using LumenArgus.Host.PluginCommands;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Host.CommandLine;

/// <summary>A command of a plugin, from what its manifest says: nothing of the plugin runs before the command does.</summary>
internal static class PluginVerb
{
    public static Command Create(DeclaredCommand declared, Func<TypedCommand, CancellationToken, Task<int>> run)
    {
        var command = new Command(declared.Command.Name, $"{declared.Command.Help} (plugin {declared.PluginId})");
        foreach (var argument in declared.Command.Arguments.Select(ToArgument))
        {
            command.Arguments.Add(argument);
        }

        foreach (var option in declared.Command.Options.Select(ToOption))
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) => run(
            new TypedCommand(
                declared,
                Values(command.Arguments.Select(argument => (argument.Name, (SymbolResult?)result.GetResult(argument)))),
                Values(command.Options.Where(option => option is Option<bool> or Option<string[]>).Select(option => (option.Name.TrimStart('-'), (SymbolResult?)result.GetResult(option))))),
            cancellationToken));
        return command;
    }

    private static Argument ToArgument(PluginCommandArgument argument) => argument.IsMany
        ? new Argument<string[]>(argument.Name) { Description = argument.Help, Arity = ArgumentArity.ZeroOrMore }
        : new Argument<string>(argument.Name) { Description = argument.Help, Arity = argument.IsNeeded ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne };

    private static Option ToOption(PluginCommandOption option) => option.ValueName is null
        ? new Option<bool>(option.Name) { Description = option.Help }
        : new Option<string[]>(option.Name) { Description = option.Help, HelpName = option.ValueName, Arity = ArgumentArity.ZeroOrMore };

    private static ImmutableDictionary<string, ImmutableArray<string>> Values(IEnumerable<(string Name, SymbolResult? Result)> given) => given
        .Where(static each => each.Result is { Tokens.Count: > 0 } or OptionResult { Implicit: false })
        .ToImmutableDictionary(static each => each.Name, static each => each.Result!.Tokens.Select(static token => token.Value).ToImmutableArray(), StringComparer.Ordinal);
}
