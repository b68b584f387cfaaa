using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Injection;

/// <summary>
/// Detectors <c>injection</c> and <c>mcp_tool_poison</c>: texts that come back from a provider or a tool and speak to the model instead of the user. No rule is for
/// requests: what people write to a model may say anything.
/// </summary>
public sealed class InjectionPlugin : ILumenPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var registry = plugin.Registry;
        registry.AddRuleSource(_ => new Rules());
        registry.AddRuleValidator(_ => new InvisibleTextValidator());
        registry.AddRuleValidator(_ => new SendingCallValidator());
        registry.AddRuleValidator(_ => new InstructionTextValidator());
        registry.AddRuleValidator(_ => new HiddenTextValidator());
        registry.AddRuleValidator(_ => new CarryingAddressValidator());
    }
}
