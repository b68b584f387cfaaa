using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>A provider of a plugin. Each call runs on a scan lane under the detectors' budget; one that fails, hangs or is not made is a no.</summary>
public sealed class PluginProvider
{
    private readonly ScanLanes _lanes;
    private readonly PluginInvoker _invoker;
    private readonly PluginPart<ProviderContribution> _part;

    internal PluginProvider(ScanLanes lanes, PluginInvoker invoker, PluginPart<ProviderContribution> part)
    {
        _lanes = lanes;
        _invoker = invoker;
        _part = part;
    }

    /// <summary>Its name.</summary>
    public string Name => _part.Part.Name;

    /// <summary>Whose it is.</summary>
    public string PluginId => _part.Plugin.Id;

    /// <summary>Where its requests go by default; null if there is no such place.</summary>
    public Uri? DefaultUpstream => _part.Part.DefaultUpstream;

    /// <summary>Host names that are its own, in lower case.</summary>
    public ImmutableArray<string> Hosts => _part.Part.Hosts;

    /// <summary>What the texts of its bodies are.</summary>
    public ImmutableArray<FieldLabel> Labels => _part.Part.Labels;

    /// <summary>Asks whether a path is its own.</summary>
    /// <param name="path">The path without its query string.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>True if it said yes.</returns>
    public async ValueTask<bool> MatchesPathAsync(string path, CancellationToken cancellationToken) =>
        await CallAsync("provider.path", part => (object)part.Provider.MatchesPath(path), cancellationToken) is true;

    /// <summary>Asks whether the headers are its own.</summary>
    /// <param name="head">The head of the request.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>True if it said yes.</returns>
    public async ValueTask<bool> MatchesHeadersAsync(RequestHead head, CancellationToken cancellationToken) =>
        await CallAsync("provider.headers", part => (object)part.Provider.MatchesHeaders(head), cancellationToken) is true;

    /// <summary>Asks what the head tells.</summary>
    /// <param name="head">The head of the request.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>What it said; null if the call failed.</returns>
    public ValueTask<ProviderRequest?> ReadAsync(RequestHead head, CancellationToken cancellationToken) =>
        CallAsync("provider.read", part => part.Provider.Read(head), cancellationToken);

    /// <summary>Asks for an error in the vendor's shape. May be called when the generation is no longer held.</summary>
    /// <param name="statusCode">The status.</param>
    /// <param name="type">Kind of error.</param>
    /// <param name="message">What to tell the person.</param>
    /// <param name="cancellationToken">Cancelled when the caller has left.</param>
    /// <returns>JSON as UTF-8; null if the call failed.</returns>
    public async ValueTask<byte[]?> ErrorBodyAsync(int statusCode, string type, string message, CancellationToken cancellationToken)
    {
        if (!_part.Plugin.TryAddReference())
        {
            return null;
        }

        try
        {
            return await CallAsync("provider.error", part => part.Provider.ErrorBody(statusCode, type, message), cancellationToken);
        }
        finally
        {
            _part.Plugin.Release();
        }
    }

    private ValueTask<T?> CallAsync<T>(string operation, Func<ProviderContribution, T> call, CancellationToken cancellationToken)
        where T : class => new HookCall<ProviderContribution, T>(_invoker, _part, operation, call).RunAsync(_lanes, cancellationToken);
}
