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
        api.Get("/clients", _ => Task.FromResult(Clients()));
        api.Get("/first-run", http => Task.FromResult(FirstRun(http.Request.Host.Host.Trim('[', ']'))));
    }

    private IResult Clients()
    {
        using var clients = JsonDocument.Parse(product.ClientsJson);
        return Answer.Json(new ClientList(clients.RootElement.Clone()), DashboardJson.Default.ClientList);
    }

    // Where the proxy listens on all addresses, the name by which somebody reached this page reaches it as well.
    private IResult FirstRun(string reachedAs)
    {
        var host = product.ProxyBind is "0.0.0.0" or "::" ? reachedAs : product.ProxyBind;
        host = host is "localhost" or "" ? "127.0.0.1" : host;
        var url = host.Contains(':', StringComparison.Ordinal) ? $"http://[{host}]:{product.ProxyPort}" : $"http://{host}:{product.ProxyPort}";
        return Answer.Json(
            new FirstRunAnswer(
                url,
                product.Requests,
                seen.FirstAt,
                [.. product.ToolsFor(url).Select(tool => new ToolSetup(tool.Name, tool.Label, new ToolSetup.SetupLines(tool.Bash, tool.PowerShell, tool.Config), seen.HasSeen(tool.Name)))]),
            DashboardJson.Default.FirstRunAnswer);
    }
}
