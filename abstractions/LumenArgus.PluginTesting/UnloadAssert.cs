using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LumenArgus.PluginTesting;

/// <summary>
/// Shows that the code of a plugin leaves memory when it is taken out of use: what a replacement in a running host needs. Whatever still refers to one of its objects keeps all of it, so
/// such tests run in a collection without parallel ones.
/// </summary>
public static class UnloadAssert
{
    private const int Rounds = 15;

    /// <summary>Loads a plugin, uses it, ends it, and looks whether its code has left memory.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="use">Uses it; must keep nothing of it.</param>
    /// <param name="options">How it is loaded.</param>
    /// <returns>A task that ends when the code has left.</returns>
    /// <exception cref="PluginStaysException">It has not; the message says what keeps it there, as far as its code tells.</exception>
    /// <exception cref="PluginFaultException">It did not end well.</exception>
    public static async Task LeavesMemoryAsync(string folder, Func<PluginTestHost, Task> use, PluginTestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(use);
        var (context, host) = await RunAsync(folder, use, options).ConfigureAwait(false);

        // Off the stack that has ended it: its frames hold the last objects.
        await Task.Yield();
        if (!HasLeft(context))
        {
            throw new PluginStaysException(
                $"Plugin {host.Id} stays in memory after its end: {host.DescribePin()}.{(Debugger.IsAttached ? " A debugger keeps the types that it shows." : "")}");
        }
    }

    /// <summary>Looks whether a load context has left memory, by at most fifteen full collections.</summary>
    /// <param name="context">The context.</param>
    /// <returns>True as soon as it has.</returns>
    public static bool HasLeft(WeakReference context)
    {
        ArgumentNullException.ThrowIfNull(context);
        for (var round = 0; context.IsAlive && round < Rounds; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !context.IsAlive;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(WeakReference Context, PluginTestHost Host)> RunAsync(string folder, Func<PluginTestHost, Task> use, PluginTestOptions? options)
    {
        var host = await PluginTestHost.LoadAsync(folder, options).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            await use(host).ConfigureAwait(false);
            return (await host.EndAsync().ConfigureAwait(false), host);
        }
    }
}
