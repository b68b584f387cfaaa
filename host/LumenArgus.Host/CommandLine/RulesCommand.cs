using System.CommandLine;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus rules list|validate|test</c>.</summary>
internal sealed class RulesCommand
{
    private readonly Option<string?> _config = SharedOptions.Config();
    private readonly Option<string[]> _extensions = SharedOptions.Extensions();
    private readonly Option<bool> _noBundled = SharedOptions.NoBundledExtensions();

    public static Command Create(CommandHandlers handlers) => new("rules", "Look at the rules of the plugins and of the configuration, check a rule file, try a text.")
    {
        new RulesCommand().CreateList(handlers),
        new RulesCommand().CreateValidate(handlers),
        new RulesCommand().CreateTest(handlers),
    };

    private Command CreateList(CommandHandlers handlers)
    {
        var detector = new Option<string?>("--detector") { Description = "Only rules of this detector", HelpName = "NAME" };
        var tier = new Option<string?>("--tier") { Description = "Only rules of this tier: community (plugins) or custom (the configuration)", HelpName = "TIER" };
        var format = SharedOptions.Format();
        var command = new Command("list", "Show all rules: detector, name, severity, tier, state and title.") { detector, tier, format, _config, _extensions, _noBundled };
        command.SetAction((result, cancellationToken) => handlers.ListRules(
            new RulesListOptions
            {
                Detector = result.GetValue(detector),
                Tier = result.GetValue(tier),
                Format = SharedOptions.ToFormat(result.GetValue(format)),
                ConfigPath = result.GetValue(_config),
                Extensions = SharedOptions.ToFolders(result.GetValue(_extensions)),
                IncludeBundledExtensions = !result.GetValue(_noBundled),
            },
            cancellationToken));
        return command;
    }

    private Command CreateValidate(CommandHandlers handlers)
    {
        var file = new Option<string?>("--file") { Description = "A rule file (JSON: version, tier, rules); without it the rules of all plugins are checked", HelpName = "FILE" };
        var command = new Command(
            "validate", "Hold rules to what a rule has to be: it compiles, runs in linear time, and is right about its own examples. Exit code 1 if one is not.")
        {
            file, _config, _extensions, _noBundled,
        };
        command.SetAction((result, cancellationToken) => handlers.ValidateRules(
            new RulesValidateOptions
            {
                File = result.GetValue(file),
                ConfigPath = result.GetValue(_config),
                Extensions = SharedOptions.ToFolders(result.GetValue(_extensions)),
                IncludeBundledExtensions = !result.GetValue(_noBundled),
            },
            cancellationToken));
        return command;
    }

    private Command CreateTest(CommandHandlers handlers)
    {
        var text = new Argument<string>("text") { Description = "The text; - reads standard input (better for a real secret: other users see arguments)" };
        var format = SharedOptions.Format();
        var command = new Command("test", "Show which rules find something in a text, where, and what they make of it.") { text, format, _config, _extensions, _noBundled };
        command.SetAction((result, cancellationToken) => handlers.TestRules(
            new RulesTestOptions
            {
                Text = result.GetRequiredValue(text),
                Format = SharedOptions.ToFormat(result.GetValue(format)),
                ConfigPath = result.GetValue(_config),
                Extensions = SharedOptions.ToFolders(result.GetValue(_extensions)),
                IncludeBundledExtensions = !result.GetValue(_noBundled),
            },
            cancellationToken));
        return command;
    }
}
