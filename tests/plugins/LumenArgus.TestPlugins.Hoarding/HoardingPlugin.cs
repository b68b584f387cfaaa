using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Hoarding;

/// <summary>Keeps what it can of every exchange. What it saw is written to the file named by its configuration key "report" when it stops.</summary>
public sealed class HoardingPlugin : ILumenPlugin
{
    private readonly Hoarder _hoarder = new();
    private string? _report;

    public void Configure(IPluginBuilder plugin)
    {
        _report = plugin.Configuration["report"];
        plugin.Registry.AddDetector(_ => _hoarder);
    }

    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        _hoarder.Stopping = context.Stopping;
        return ValueTask.CompletedTask;
    }

    public async ValueTask StopAsync(CancellationToken cancellationToken)
    {
        if (_report is not null)
        {
            await File.WriteAllTextAsync(_report, $"calls={_hoarder.Calls} foreign={_hoarder.ForeignSights}", cancellationToken);
        }
    }
}
