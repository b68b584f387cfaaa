using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LumenArgus.Proxy.Hosting;

/// <summary>Signals are the business of the executable; the framework's own handler would end the process beside it.</summary>
internal sealed class UnattendedLifetime : IHostLifetime
{
    public static void Use(IServiceCollection services)
    {
        services.AddSingleton<IHostLifetime, UnattendedLifetime>();

        // The caller of StopAsync sets the time; the framework's own limit would cut a longer one.
        services.Configure<HostOptions>(static options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan);
    }

    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
