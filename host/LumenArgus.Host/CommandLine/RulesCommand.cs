using System.CommandLine;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus rules list|show|enable|disable|import|export|validate|test</c>.</summary>
internal sealed class RulesCommand
{
    private readonly Option<string?> _config = SharedOptions.Config();
    private readonly Option<string[]> _extensions = SharedOptions.Extensions();
    private readonly Option<bool> _noBundled = SharedOptions.NoBundledExtensions();

    public static Command Create(CommandHandlers handlers) => new("rules", "Look at rules, switch them on and off, import and export them, check a rule file, try a text.")
    {
        new RulesCommand().CreateList(handlers),
        new RulesCommand().CreateShow(handlers),
        new RulesCommand().CreateSwitch("enable", "Use rules again. A running product follows within a few seconds.", isOn: true, handlers),
        new RulesCommand().CreateSwitch("disable", "Use rules no longer, also after an upgrade of their plugin. A running product follows within a few seconds.", isOn: false, handlers),
        new RulesCommand().CreateImport(handlers),
        new RulesCommand().CreateExport(handlers),
        new RulesCommand().CreateValidate(handlers),
        new RulesCommand().CreateTest(handlers),
    };

    private static Option<string> Tier() => new Option<string>("--tier")
    {
        Description = "Only rules of this tier: community (plugins and imported files), custom (the configuration) or pro",
        HelpName = "TIER",
    }.AcceptOnly(RuleTier.Community, RuleTier.Custom, RuleTier.Pro);

    private Command CreateList(CommandHandlers handlers)
    {
        var detector = new Option<string?>("--detector") { Description = "Only rules of this detector", HelpName = "NAME" };
        var tier = Tier();
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

    private Command CreateShow(CommandHandlers handlers)
    {
        var name = new Argument<string>("rule") { Description = "The name of a rule, or detector.name" };
        var format = SharedOptions.Format();
        var command = new Command("show", "Show all about a rule.") { name, format, _config, _extensions, _noBundled };
        command.SetAction((result, cancellationToken) => handlers.ShowRule(
            new RulesShowOptions
            {
                Name = result.GetRequiredValue(name),
                Format = SharedOptions.ToFormat(result.GetValue(format)),
                ConfigPath = result.GetValue(_config),
                Extensions = SharedOptions.ToFolders(result.GetValue(_extensions)),
                IncludeBundledExtensions = !result.GetValue(_noBundled),
            },
            cancellationToken));
        return command;
    }

    private Command CreateSwitch(string verb, string description, bool isOn, CommandHandlers handlers)
    {
        var names = new Argument<string[]>("rules") { Description = "Names of rules, or detector.name", Arity = ArgumentArity.OneOrMore };
        var command = new Command(verb, description) { names, _config, _extensions, _noBundled };
        command.SetAction((result, cancellationToken) => handlers.SwitchRules(
            new RulesSwitchOptions
            {
                Names = [.. result.GetRequiredValue(names)],
                Enabled = isOn,
                ConfigPath = result.GetValue(_config),
                Extensions = SharedOptions.ToFolders(result.GetValue(_extensions)),
                IncludeBundledExtensions = !result.GetValue(_noBundled),
            },
            cancellationToken));
        return command;
    }

    private Command CreateImport(CommandHandlers handlers)
    {
        var file = new Option<string?>("--file") { Description = "A rule file (JSON: version, tier, rules); without it the rules of the plugins are put into the table", HelpName = "FILE" };
        var pro = new Option<bool>("--pro") { Description = "The file holds rules that need a licence" };
        var force = new Option<bool>("--force") { Description = "Take back what was decided about the rules: off, action, severity" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be done" };
        var command = new Command("import", "Put rules into the table of rules. A file with any mistake changes nothing: exit code 1.") { file, pro, force, dryRun, _config, _extensions, _noBundled };
        command.SetAction((result, cancellationToken) => handlers.ImportRules(
            new RulesImportOptions
            {
                File = result.GetValue(file),
                Pro = result.GetValue(pro),
                Force = result.GetValue(force),
                DryRun = result.GetValue(dryRun),
                ConfigPath = result.GetValue(_config),
                Extensions = SharedOptions.ToFolders(result.GetValue(_extensions)),
                IncludeBundledExtensions = !result.GetValue(_noBundled),
            },
            cancellationToken));
        return command;
    }

    private Command CreateExport(CommandHandlers handlers)
    {
        var detector = new Option<string?>("--detector") { Description = "Only rules of this detector", HelpName = "NAME" };
        var tier = Tier();
        var command = new Command("export", "Print rules as a rule file.") { detector, tier, _config, _extensions, _noBundled };
        command.SetAction((result, cancellationToken) => handlers.ExportRules(
            new RulesExportOptions
            {
                Detector = result.GetValue(detector),
                Tier = result.GetValue(tier),
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
