using System.Text.Json;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Tools;

/// <summary>The tools whose traffic is looked at.</summary>
internal sealed class ToolEndpoints(IProductControl product, TrafficSeen seen) : IDashboardEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/clients", http => Task.FromResult(Clients(ProxyUrl(http.Request))));
        api.Get("/first-run", http => Task.FromResult(FirstRun(ProxyUrl(http.Request))));
    }

    private IResult Clients(string url)
    {
        using var clients = JsonDocument.Parse(product.ClientsJsonFor(url));
        return Answer.Json(new ClientList(clients.RootElement.Clone()), DashboardJson.Default.ClientList);
    }

    private IResult FirstRun(string url) => Answer.Json(
        new FirstRunAnswer(
            url,
            product.Requests,
            seen.FirstAt,
            [.. product.ToolsFor(url).Select(tool => new ToolSetup(tool.Name, tool.Label, new ToolSetup.SetupLines(tool.Bash, tool.PowerShell, tool.Config), seen.HasSeen(tool.Name)))]),
        DashboardJson.Default.FirstRunAnswer);

    // Where the proxy listens on all addresses, the name by which somebody reached this page reaches it as well.
    private string ProxyUrl(HttpRequest request)
    {
        var host = product.ProxyBind is "0.0.0.0" or "::" ? request.Host.Host.Trim('[', ']') : product.ProxyBind;
        host = host is "localhost" or "" ? "127.0.0.1" : host;
        return host.Contains(':', StringComparison.Ordinal) ? $"http://[{host}]:{product.ProxyPort}" : $"http://{host}:{product.ProxyPort}";
    }
}
