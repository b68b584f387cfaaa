using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.ClientCommands;
using LumenArgus.Host.Modes;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Host.Control;

/// <summary>What the running product does when it is asked to on the control socket.</summary>
internal sealed record ControlCommands
{
    private const string Unknown = """{"error":"unknown command"}""";

    /// <summary>Reloads the configuration; never throws.</summary>
    public required Func<Task<ReloadReport>> Reload { get; init; }

    /// <summary>Shows the mode in use (null), or switches to one.</summary>
    public required Func<ProxyMode?, TimeSpan?, Task<ModeState>> Mode { get; init; }

    /// <summary>Shows the plugins.</summary>
    public required Func<IReadOnlyList<PluginRow>> Plugins { get; init; }

    /// <summary>Shows the tools that plugins bring.</summary>
    public required Func<ImmutableArray<ClientDefinition>> Clients { get; init; }

    /// <summary>Shows the URL by which tools reach the proxy.</summary>
    public required Func<string> Url { get; init; }

    /// <summary>Looks through the extension folders, and loads the plugin with this id (null: none) anew whatever has changed; never throws.</summary>
    public required Func<string?, Task<ReloadReport>> ReloadPlugins { get; init; }

    /// <summary>Does what a request says.</summary>
    /// <param name="request">One line of JSON; null if there was none.</param>
    /// <returns>The answer, one line of JSON.</returns>
    public async Task<string> AnswerAsync(string? request) => ControlProtocol.TryParse(request) switch
    {
        { Name: ControlProtocol.ReloadName } => ReloadReportJson.Write(await Reload()),
        { Name: ControlProtocol.ModeName } command => await AnswerModeAsync(command),
        { Name: ControlProtocol.PluginsName } => PluginRowJson.WriteAll(Plugins()),
        { Name: ControlProtocol.ClientsName } => ClientsApplication.ToLine(Clients(), Url()),
        { Name: ControlProtocol.ReloadPluginsName } command => ReloadReportJson.Write(await ReloadPlugins(command.Plugin)),
        _ => Unknown,
    };

    private async Task<string> AnswerModeAsync(ControlRequest request) =>
        request.Mode is { } name && ModeState.Parse(name) is null
            ? Unknown
            : ModeJson.Write(await Mode(ModeState.Parse(request.Mode), request.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null));
}
