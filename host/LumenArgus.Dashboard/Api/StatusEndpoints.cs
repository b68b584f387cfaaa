using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Live;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.Inspection.Modes;
using LumenArgus.Abstractions.Host;
using LumenArgus.Inspection.Notifications;
using LumenArgus.Inspection.Rules;
using LumenArgus.Storage;
using LumenArgus.Storage.Findings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api;

/// <summary>The state of the product.</summary>
internal sealed class StatusEndpoints(
    IProductControl product, CurrentGeneration current, HealthReasons health, ModeSwitch mode, StoreStatus store, LiveHub live, ILicence licence, NotificationDispatcher notifications, TimeProvider clock, IFindingStore? findings = null)
    : IDashboardEndpoints
{
    private readonly long _startedAt = clock.GetTimestamp();

    public void Map(IEndpointRouteBuilder api) => api.Get("/status", http => StatusAsync(http.RequestAborted));

    private async Task<IResult> StatusAsync(CancellationToken cancellationToken)
    {
        var generation = current.Peek;
        var problem = findings is null ? "There is no database (analytics.enabled)." : store.Fault;
        var total = findings is null || problem is not null ? 0 : (await findings.PageAsync(FindingFilter.All, limit: 1, offset: 0, cancellationToken)).Total;
        return Answer.Json(
            new StatusAnswer
            {
                Version = product.Version,
                UptimeSeconds = Math.Round(clock.GetElapsedTime(_startedAt).TotalSeconds, 1),
                Tier = licence.IsValid ? licence.State?.Plan ?? "pro" : "community",
                TotalFindings = total,
                ProxyPort = product.ProxyPort,
                ProxyBind = product.ProxyBind,
                Mode = ModeState.NameOf(mode.Current.Mode),
                ModeUntil = mode.Current.Until,
                Standalone = generation?.Config.Proxy.Standalone ?? true,
                Generation = generation?.Number ?? 0,
                RequestsTotal = product.Requests,
                OpenRequests = product.OpenRequests,
                Degraded = generation is null ? ["starting"] : health.For(generation),
                Store = new StatusAnswer.StoreHealth(problem is null, problem),
                Dashboard = new StatusAnswer.LiveHealth(live.Count),
                NotificationSuppressed = notifications.GetSuppressed(),
            },
            DashboardJson.Default.StatusAnswer);
    }
}
