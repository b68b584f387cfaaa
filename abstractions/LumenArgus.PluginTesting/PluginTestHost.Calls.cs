using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Invocation;

namespace LumenArgus.PluginTesting;

/// <content>What the plugin answers: pages, its API, and every hook.</content>
public sealed partial class PluginTestHost
{
    /// <summary>Renders a page.</summary>
    /// <param name="pageId">The page.</param>
    /// <param name="request">Who opens it, and with what; null for a viewer without parameters.</param>
    /// <returns>The fragment as the plugin gives it; the dashboard takes scripts, styles and event attributes out.</returns>
    /// <exception cref="PluginFaultException">It failed.</exception>
    /// <exception cref="InvalidOperationException">There is no such page, or it is a module.</exception>
    public async Task<string> RenderPageAsync(string pageId, PageRequest? request = null)
    {
        var renderer = Plugin.Contributions.Pages.FirstOrDefault(page => page.Page.Id == pageId)?.Renderer
            ?? throw new InvalidOperationException($"The plugin renders no page '{pageId}'.");
        var asked = (request ?? new PageRequest { PageId = pageId }) with { PageId = pageId };
        return await AwaitAsync("page", token => renderer.RenderAsync(asked, token)).ConfigureAwait(false);
    }

    /// <summary>Reads a file that pages load.</summary>
    /// <param name="path">Its path below <c>dashboard/</c>.</param>
    /// <returns>Its content; null if pages cannot load such a file.</returns>
    public ReadOnlyMemory<byte>? ReadAsset(string path) => Plugin.Contributions.Assets.Find(path)?.Content;

    /// <summary>Calls the plugin's own API.</summary>
    /// <param name="request">The call.</param>
    /// <returns>The answer; null if there is no such address.</returns>
    /// <exception cref="PluginFaultException">It failed.</exception>
    public Task<ApiResponse?> CallApiAsync(ApiRequest request) =>
        CallAsync<IApiHandler, ApiResponse?>((handler, token) => handler.HandleAsync(request, token));

    /// <summary>Calls something synchronous that the plugin has registered, on a scan thread under a budget, as the host does.</summary>
    /// <typeparam name="TPart">The contract's interface, for example <see cref="IEvaluateHook"/>.</typeparam>
    /// <typeparam name="TResult">What the call gives; not a type of the plugin.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="index">Which one, where the plugin has registered several.</param>
    /// <returns>What the call gives.</returns>
    /// <exception cref="PluginFaultException">It failed.</exception>
    /// <exception cref="InvalidOperationException">The plugin has not registered any.</exception>
    public async Task<TResult> CallAsync<TPart, TResult>(Func<TPart, TResult> call, int index = 0)
        where TPart : class
    {
        ArgumentNullException.ThrowIfNull(call);
        var job = new PartCall<TPart, TResult>(_invoker, Plugin, PartOf<TPart>(index), call);
        ThrowIfAbandoned(await _lanes.RunAsync(job, CancellationToken.None).ConfigureAwait(false));
        ThrowUnlessOk(job.Status);
        return job.Result!;
    }

    /// <summary>Calls something asynchronous that the plugin has registered, under a budget.</summary>
    /// <typeparam name="TPart">The contract's interface, for example <see cref="IAuthProvider"/>.</typeparam>
    /// <typeparam name="TResult">What the call gives; not a type of the plugin.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="index">Which one, where the plugin has registered several.</param>
    /// <returns>What the call gives.</returns>
    /// <exception cref="PluginFaultException">It failed.</exception>
    /// <exception cref="InvalidOperationException">The plugin has not registered any.</exception>
    public async Task<TResult> CallAsync<TPart, TResult>(Func<TPart, CancellationToken, ValueTask<TResult>> call, int index = 0)
        where TPart : class
    {
        ArgumentNullException.ThrowIfNull(call);
        var part = PartOf<TPart>(index);
        return await AwaitAsync(typeof(TPart).Name, token => call(part, token)).ConfigureAwait(false);
    }

    private TPart PartOf<TPart>(int index)
        where TPart : class => ContributedParts.Of<TPart>(Plugin.Contributions).ElementAtOrDefault(index)
            ?? throw new InvalidOperationException($"The plugin has registered no {typeof(TPart).Name} with the index {index}.");

    private async Task<TResult> AwaitAsync<TResult>(string operation, Func<CancellationToken, ValueTask<TResult>> call)
    {
        var result = await _invoker.InvokeAsync(new PluginCall(Plugin, operation), call, _options.WaitBudget, CancellationToken.None).ConfigureAwait(false);
        ThrowUnlessOk(result.Status);
        return result.Value!;
    }
}
