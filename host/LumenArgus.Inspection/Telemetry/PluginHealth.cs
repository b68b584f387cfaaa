using System.Buffers;
using System.Text.Json;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Telemetry;

/// <summary>Asks the health hooks what they have to add. One that fails adds nothing; that shows in the state of its plugin.</summary>
public sealed class PluginHealth(CurrentGeneration current, ScanLanes lanes, PluginInvoker invoker)
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>Asks all hooks, one after the other.</summary>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>Properties in the order of the plugins, each with its value as JSON; names may repeat.</returns>
    public async ValueTask<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(CancellationToken cancellationToken)
    {
        using var lease = current.Acquire();
        if (lease is null || lease.Generation.HealthHooks.IsEmpty)
        {
            return [];
        }

        var all = new List<KeyValuePair<string, string>>();
        foreach (var hook in lease.Generation.HealthHooks)
        {
            var call = new HookCall<IHealthHook, List<KeyValuePair<string, string>>>(invoker, hook, "health", Ask);
            all.AddRange(await call.RunAsync(lanes, cancellationToken) ?? []);
        }

        return all;
    }

    // What is wrong with the JSON throws, and is a fault of the plugin.
    private static List<KeyValuePair<string, string>> Ask(IHealthHook hook)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            hook.WriteHealth(writer);
            writer.WriteEndObject();
        }

        if (buffer.WrittenCount > MaxBytes)
        {
            throw new InvalidOperationException("The state is too long.");
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return [.. document.RootElement.EnumerateObject().Select(static property => KeyValuePair.Create(property.Name, property.Value.GetRawText()))];
    }
}
