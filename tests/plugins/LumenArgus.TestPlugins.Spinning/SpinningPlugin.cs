using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Spinning;

/// <summary>Never returns from a batch that holds the words "spin now", until the plugin is stopped. With "spin:configure" set it spins in Configure.</summary>
public sealed class SpinningPlugin : ILumenPlugin, IDetector
{
    private CancellationToken _stopping;

    public string Name => "spinning";

    public void Configure(IPluginBuilder plugin)
    {
        if (plugin.Configuration["spin:configure"] == "true")
        {
            Spin(new CancellationTokenSource(TimeSpan.FromSeconds(5)).Token);
        }

        plugin.Registry.AddDetector(_ => this);
    }

    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        _stopping = context.Stopping;
        return ValueTask.CompletedTask;
    }

    public void Detect(ScanBatch batch, FindingSink sink)
    {
        foreach (var field in batch)
        {
            if (field.Utf8.IndexOf("spin now"u8) >= 0)
            {
                Spin(_stopping);
            }
        }
    }

    private static void Spin(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
        }
    }
}
