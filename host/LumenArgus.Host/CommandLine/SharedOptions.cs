using System.Collections.Immutable;
using System.CommandLine;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Terminal;
using LumenArgus.Storage;

namespace LumenArgus.Host.CommandLine;

/// <summary>Options that more than one command has. Each call makes a new one, as an option belongs to one command.</summary>
internal static class SharedOptions
{
    private static readonly PolicyAction[] Actions = [PolicyAction.Log, PolicyAction.Alert, PolicyAction.Redact, PolicyAction.Block];

    public static Option<string?> Config() => new("--config", "-c")
    {
        Description = "Configuration file [default: ~/.lumen-argus/config.yaml, created on the first run]",
        HelpName = "FILE",
    };

    public static Option<string> Format() => new Option<string>("--format", "-f")
    {
        Description = "Output: text for people, json for programs (one object per line)",
        HelpName = "text|json",
        DefaultValueFactory = _ => "text",
    }.AcceptOnly("text", "json");

    public static Option<string> Action() => new Option<string>("--action")
    {
        Description = "What to do about findings, instead of default_action of the configuration; a detector's own action still counts",
        HelpName = "log|alert|redact|block",
    }.AcceptOnly([.. Actions.Select(WireNames.Of)]);

    public static Option<string[]> Extensions() => new("--extensions")
    {
        Description = "Folder with plugins, searched before all others; can be repeated",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };

    public static Option<bool> NoBundledExtensions() => new("--no-bundled-extensions")
    {
        Description = "Do not search the extensions folder that came with the product",
    };

    /// <summary>The framework's own check lists the values but not the option, and shows them again in the help.</summary>
    public static Option<string> AcceptOnly(this Option<string> option, params string[] values)
    {
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!values.Contains(token.Value, StringComparer.Ordinal))
                {
                    result.AddError($"{option.Name} must be one of {string.Join(", ", values)} (was {token.Value}).");
                }
            }
        });
        return option;
    }

    public static PolicyAction? ToAction(string? name) => name is null ? null : Actions.First(action => WireNames.Of(action) == name);

    public static TerminalFormat ToFormat(string? value) => value == "json" ? TerminalFormat.Json : TerminalFormat.Text;

    public static ImmutableArray<string> ToFolders(string[]? values) => [.. (values ?? []).Select(Path.GetFullPath)];
}
