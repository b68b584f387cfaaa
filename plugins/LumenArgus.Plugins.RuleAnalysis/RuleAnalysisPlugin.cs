using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>Finds rules that say the same: duplicates, subsets and overlaps, with a page that shows them and switches rules off.</summary>
public sealed class RuleAnalysisPlugin : ILumenPlugin
{
    private AnalysisOptions _options = new();
    private AnalysisRunner? _runner;
    private Task _automatic = Task.CompletedTask;

    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _options = AnalysisOptions.Read(plugin.Configuration);
        plugin.Registry.AddPage(new DashboardPage { Id = "rule-analysis", Label = "Rule analysis", Group = "Protect", Order = 30, Icon = "rules", Module = "page.js", Css = ["page.css"] });
        plugin.Registry.SetApiHandler(services =>
        {
            var host = (IHostServices)services.GetService(typeof(IHostServices))!;
            _runner = new AnalysisRunner(host, _options);
            return new AnalysisApi(host, _runner, _options.AutoOnImport);
        });
    }

    /// <inheritdoc/>
    public async ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await _runner!.StartAsync(context, cancellationToken);
        if (_options.AutoOnImport)
        {
            _automatic = new AutomaticRuns(context, _runner).WatchAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask StopAsync(CancellationToken cancellationToken)
    {
        await _automatic.WaitAsync(cancellationToken);
        await _runner!.Running.WaitAsync(cancellationToken);
    }
}
