using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Hosting;

/// <summary>A group of endpoints below <c>/api/v1</c>.</summary>
internal interface IDashboardEndpoints
{
    void Map(IEndpointRouteBuilder api);
}
