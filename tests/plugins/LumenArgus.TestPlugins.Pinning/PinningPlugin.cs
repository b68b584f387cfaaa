using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Pinning;

/// <summary>Does one thing at its start that may keep its code in memory: the one that the setting "case" names.</summary>
public sealed class PinningPlugin : ILumenPlugin
{
    private PinScene? _scene;

    public void Configure(IPluginBuilder plugin)
    {
    }

    public async ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        _scene = new PinScene(context);
        await PinCases.All[context.Configuration["case"]!](_scene);
    }

    public ValueTask StopAsync(CancellationToken cancellationToken)
    {
        _scene?.End();
        return ValueTask.CompletedTask;
    }
}
