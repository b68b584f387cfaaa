using System.Text;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Services;

/// <summary>Does what it is asked with the services of the host.</summary>
internal sealed class ServicesApi(IHostServices host, Words words) : IApiHandler
{
    public async ValueTask<ApiResponse?> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetString(request.Body.Span);
        return $"{request.Method} {request.Path}" switch
        {
            "POST scan" => ApiResponse.Text(Describe(await host.Scan.ScanAsync(request.Body, cancellationToken))),
            "POST words" => await AddAsync(body, cancellationToken),
            "GET words" => ApiResponse.Text(string.Join(", ", await words.AllAsync(cancellationToken))),
            "POST broken-words" => await BreakAsync(cancellationToken),
            "POST ask" => ApiResponse.Text(await AskAsync(request.Query["id"], new PluginMessage(request.Query["name"], request.Body), cancellationToken)),
            "GET plugins" => ApiResponse.Text(string.Join(", ", host.Plugins.List().Select(static plugin => $"{plugin.Id} {plugin.IsCallable}"))),
            "GET proxy" => ApiResponse.Text(Describe(host.Proxy.Read())),
            "POST passthrough" => ApiResponse.Text(Describe(await host.Proxy.SetPassthroughAsync(isPassthrough: true, TimeSpan.FromMinutes(5), cancellationToken))),
            "POST active" => ApiResponse.Text(Describe(await host.Proxy.SetPassthroughAsync(isPassthrough: false, duration: null, cancellationToken))),
            "GET licence" => ApiResponse.Text($"{host.Licence.IsValid} {host.Licence.State is null}"),
            _ => null,
        };
    }

    private static string Describe(ScanReport report) =>
        $"{report.Action}: {string.Join(", ", report.Findings.Select(static finding => $"{finding.Type} {finding.Preview} at {finding.Location} {finding.Span?.Start}"))}";

    private static string Describe(ProxyState? state) =>
        state is null ? "none" : $"{state.Bind} {state.Port > 0} {state.Requests} {state.OpenRequests} {state.IsPassthrough} {state.PassthroughUntil is not null}";

    private async ValueTask<ApiResponse> AddAsync(string word, CancellationToken cancellationToken)
    {
        await words.AddAsync(word, times: 1, cancellationToken);
        return ApiResponse.Empty();
    }

    private async ValueTask<ApiResponse> BreakAsync(CancellationToken cancellationToken)
    {
        try
        {
            return ApiResponse.Text($"{await words.BreakAsync(cancellationToken)}");
        }
        catch (InvalidOperationException failure)
        {
            return ApiResponse.Text(failure.Message);
        }
    }

    private async ValueTask<string> AskAsync(string id, PluginMessage message, CancellationToken cancellationToken) =>
        await host.Plugins.AskAsync(id, message, cancellationToken) is { } answer ? $"{answer.Name} {Encoding.UTF8.GetString(answer.Body.Span)}" : "no answer";
}
