using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Registration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>Everything of one loaded plugin that must be dropped together. Only its handle refers to it.</summary>
internal sealed class LoadedPlugin(PluginLoadContext context, ShadowFolder shadow) : IRunningPlugin
{
    public PluginLoadContext Context { get; } = context;

    public ShadowFolder Shadow { get; } = shadow;

    /// <summary>Cancelled when the plugin is stopped.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    public ILumenPlugin? Instance { get; set; }

    public IConfiguration? Configuration { get; set; }

    public ServiceProvider? Services { get; set; }

    public PluginContributions Contributions { get; set; } = PluginContributions.Empty;

    public IsolationStatus? Isolation => null;

    /// <summary>Runs the plugin's own ending: its stop, then whatever it or its container has to dispose.</summary>
    public async ValueTask StopAsync(bool started, CancellationToken cancellationToken)
    {
        try
        {
            await Stopping.CancelAsync();
            if (started && Instance is { } running)
            {
                await running.StopAsync(cancellationToken);
            }
        }
        finally
        {
            if (Services is { } services)
            {
                await services.DisposeAsync();
            }

            if (Instance is { } instance)
            {
                await instance.DisposeAsync();
            }
        }
    }

    /// <summary>Lets go of the code. It leaves memory when the last reference to any of its objects is gone.</summary>
    public WeakReference Unload()
    {
        Stopping.Dispose();
        (Configuration as IDisposable)?.Dispose();
        var alive = new WeakReference(Context, trackResurrection: true);
        Context.Unload();
        Shadow.Dispose();
        return alive;
    }
}
