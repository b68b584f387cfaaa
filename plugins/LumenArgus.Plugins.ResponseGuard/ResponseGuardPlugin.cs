using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.ResponseGuard;

/// <summary>
/// Keeps answers from the tool that carry somebody else's orders: text hidden in invisible characters, an image whose address carries data away, a command that fetches and runs,
/// or a sentence that takes the user's instructions back. Works while a stage for responses is on; the answer is held until it is judged.
/// </summary>
public sealed class ResponseGuardPlugin : ILumenPlugin, IResponseScanHook
{
    private Options _options = new();

    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _options = Options.Read(plugin.Configuration);
        plugin.Registry.SetResponseScanHook(_ => this);
    }

    /// <inheritdoc/>
    public ValueTask<PolicyDecision> ScanResponseAsync(string text, string provider, string? model, SessionContext session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = Signs.In(text);
        return ValueTask.FromResult(found.Count == 0
            ? new PolicyDecision(PolicyAction.Pass, [])
            : new PolicyDecision(_options.Action, [.. found.Select(type => new Finding
            {
                Detector = "response_guard",
                Type = type,
                Severity = Severity.High,
                Location = "",
                Action = _options.Action,
            })]));
    }
}
