using System.Security.Cryptography;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>The plugins and the build.</summary>
internal sealed class PluginEndpoints(CurrentGeneration current, IProductControl product) : IDashboardEndpoints
{
    private const string OwnPrefix = "lumenargus.";

    private readonly Lazy<(string Id, DateTimeOffset At)> _build = new(ReadBuild);

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/plugins", _ => Task.FromResult(List()));
        api.Get("/build", _ => Task.FromResult(Build()));
    }

    private IResult List()
    {
        var plugins = current.Peek?.Plugins ?? PluginSet.Empty;
        var active = plugins.Active.ToDictionary(static plugin => plugin.Id, StringComparer.Ordinal);
        return Answer.Json(new PluginList([.. plugins.All.Select(status => View(status, active.GetValueOrDefault(status.Id)))]), DashboardJson.Default.PluginList);
    }

    private static PluginView View(PluginStatus status, PluginHandle? plugin)
    {
        var counts = plugin?.Faults.Counts ?? default;
        var times = plugin?.Timings.Read() ?? default;
        return new PluginView
        {
            Id = status.Id,
            Name = status.Id,
            Version = status.Version,
            Tier = status.Id.StartsWith(OwnPrefix, StringComparison.Ordinal) ? "community" : "third_party",
            State = status.State == PluginState.UnloadStuck ? "unload_stuck" : status.State.ToString().ToLowerInvariant(),
            Reason = status.Reason.Length == 0 ? null : status.Reason,
            Capabilities = plugin?.Manifest.Capabilities ?? [],
            Detectors = status.Detectors,
            Hooks = status.Hooks,
            Warnings = status.Warnings,
            Calls = counts.Ok + counts.Faulted + counts.TimedOut + counts.Cancelled,
            Faults = counts.Faulted + counts.TimedOut,
            P50Us = times.Count == 0 ? null : Math.Round(times.P50, 1),
            P99Us = times.Count == 0 ? null : Math.Round(times.P99, 1),
            Path = status.Folder,
            Trust = status.Trust,
            Isolation = status.IsIsolated ? "process" : "none",
            Process = plugin?.Isolation is { } process ? new PluginProcessView(process.ProcessId, process.Restarts, process.MemoryBytes, process.MaxMemoryBytes) : null,
        };
    }

    private IResult Build() => Answer.Json(
        new BuildAnswer(
            "lumen-argus",
            product.Version,
            GitCommit: "",
            _build.Value.Id,
            _build.Value.At,
            [.. (current.Peek?.Plugins.All ?? []).Select(static plugin => new BuildAnswer.PluginBuild(plugin.Id, plugin.Version, "", ""))]),
        DashboardJson.Default.BuildAnswer);

    private static (string Id, DateTimeOffset At) ReadBuild()
    {
        var file = typeof(PluginEndpoints).Assembly.Location;
        try
        {
            using var stream = File.OpenRead(file);
            return ("sha256:" + Convert.ToHexStringLower(SHA256.HashData(stream)), new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return ("", DateTimeOffset.UnixEpoch);
        }
    }
}
