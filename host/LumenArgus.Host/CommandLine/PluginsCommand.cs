using System.CommandLine;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus plugins list|show|verify|install|remove|enable|disable|reload|trust|sign|keygen</c>.</summary>
internal sealed class PluginsCommand
{
    private readonly Option<string?> _config = SharedOptions.Config();
    private readonly Option<string[]> _extensions = SharedOptions.Extensions();
    private readonly Option<bool> _noBundled = SharedOptions.NoBundledExtensions();
    private readonly Option<string> _format = SharedOptions.Format();
    private readonly Option<string?> _key = new("--key") { Description = "File of the private key", Required = true };
    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json" };

    public static Command Create(CommandHandlers handlers) => new("plugins", "Look at the plugins that bring the detectors, replace them, switch them on and off.")
    {
        new PluginsCommand().Create(
            "list", "Show id, version, state, hooks and folder of every plugin: of the running product, or of the one that would be started.", handlers.Plugins.List),
        new PluginsCommand().Create("show", "Show all about a plugin.", Id(), handlers.Plugins.Show),
        new PluginsCommand().Create(
            "verify",
            "Check plugins without running anything of them: manifest, contract, files, what their code uses, whether plugins.trust lets them in. Exit code 1 if one would be refused.",
            new Argument<string[]>("plugins") { Description = "Identifiers, folders or zips; none checks all that are found", Arity = ArgumentArity.ZeroOrMore },
            handlers.Plugins.Verify),
        new PluginsCommand().Create(
            "install",
            "Put a plugin into the extensions folder of your home, in the place of the one that is there. A product that runs takes it up.",
            One("path", "A plugin's folder, or a zip with its files", isNeeded: true),
            handlers.Plugins.Install),
        new PluginsCommand().Create("remove", "Delete a plugin from the extensions folder of your home. A product that runs lets go of it.", Id(), handlers.Plugins.Remove),
        new PluginsCommand().Create("enable", "Use plugins again. A product that runs takes them up.", Ids(), handlers.Plugins.Enable),
        new PluginsCommand().Create("disable", "Use plugins no longer, also after a restart or an upgrade. A product that runs lets go of them.", Ids(), handlers.Plugins.Disable),
        new PluginsCommand().Create(
            "reload",
            "Have the running product look through the extension folders: what is new there is used, what is wrong is refused and leaves what runs in use. Exit code 1 if a plugin is refused.",
            One("plugin", "A plugin to load anew whatever has changed, with its settings as they are in the configuration now", isNeeded: false),
            handlers.Plugins.Reload),
        new PluginsCommand().Create(
            "trust",
            "Accept the content that plugins have now: with plugins.trust: pinned only what was accepted is loaded. A product that runs takes them up.",
            new Argument<string[]>("plugins") { Description = "Identifiers; none accepts all that are found", Arity = ArgumentArity.ZeroOrMore },
            handlers.Plugins.Trust),
        new PluginsCommand().CreateSign(handlers.Plugins.Sign),
        new PluginsCommand().Create(
            "keygen",
            "Make a key to sign plugins with. The private key is written to the file, the public one is printed for plugins.trusted_keys.",
            One("file", "The file to write; it must not exist", isNeeded: true),
            handlers.Plugins.GenerateKey),
    };

    private static Argument<string[]> Id() => One("plugin", "The identifier of a plugin", isNeeded: true);

    // A list that takes one: the library cannot make a list of a single argument.
    private static Argument<string[]> One(string name, string description, bool isNeeded)
    {
        var argument = new Argument<string[]>(name) { Description = description, Arity = isNeeded ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore };
        argument.Validators.Add(result =>
        {
            if (result.Tokens.Count > 1)
            {
                result.AddError($"only one {name} at a time (was {string.Join(' ', result.Tokens.Select(static token => token.Value))}).");
            }
        });
        return argument;
    }

    private static Argument<string[]> Ids() => new("plugins") { Description = "Identifiers of plugins", Arity = ArgumentArity.OneOrMore };

    private Command Create(string verb, string description, Func<PluginsOptions, CancellationToken, Task<int>> run) =>
        Finish(new Command(verb, description), names: null, run);

    private Command CreateSign(Func<PluginsOptions, CancellationToken, Task<int>> run)
    {
        var folder = One("folder", "The plugin's folder, complete; a changed file needs another signature", isNeeded: true);
        return Finish(new Command("sign", "Sign the files of a plugin: writes plugin.sig into its folder.") { folder, _key }, folder, run);
    }

    private Command Create(string verb, string description, Argument<string[]> names, Func<PluginsOptions, CancellationToken, Task<int>> run) =>
        Finish(new Command(verb, description) { names }, names, run);

    private Command Finish(Command command, Argument<string[]>? names, Func<PluginsOptions, CancellationToken, Task<int>> run)
    {
        foreach (var option in new Option[] { _format, _json, _config, _extensions, _noBundled })
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) => run(
            new PluginsOptions(
                result.GetValue(_config),
                result.GetValue(_json) ? TerminalFormat.Json : SharedOptions.ToFormat(result.GetValue(_format)),
                SharedOptions.ToFolders(result.GetValue(_extensions)),
                !result.GetValue(_noBundled))
            {
                Names = names is null ? [] : [.. result.GetValue(names) ?? []],
                KeyFile = command.Options.Contains(_key) ? result.GetValue(_key) : null,
            },
            cancellationToken));
        return command;
    }
}
