using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Storage.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>Channels for notifications.</summary>
internal sealed class ChannelEndpoints(ChannelTypes types, IChannelStore? store = null) : IDashboardEndpoints
{
    private const int MaxName = 200;
    private const int MaxBatch = 100;
    private const string OwnSource = "dashboard";

    private static readonly string[] Events = ["block", "alert", "log"];
    private static readonly string[] Severities = ["info", "warning", "high", "critical"];

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/notifications/types", _ => Task.FromResult(Answer.Json(types, DashboardJson.Default.ChannelTypes)));
        api.Get("/notifications/channels", ListAsync);
        api.Get("/notifications/channels/{id}", FindAsync);
        api.Post("/notifications/channels", AddAsync);
        api.Post("/notifications/channels/batch", BatchAsync);
        api.Put("/notifications/channels/{id}", ChangeAsync);
        api.Delete("/notifications/channels/{id}", DeleteAsync);
        api.Post("/notifications/channels/{id}/test", TestAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http)
    {
        var channels = store is null ? [] : await store.ListAsync(http.RequestAborted);
        return Answer.Json(new ChannelList([.. channels.Select(static channel => ChannelView.Of(channel))]), DashboardJson.Default.ChannelList);
    }

    // Who may change a channel may see what it is told.
    private async Task<IResult> FindAsync(HttpContext http) => Answer.Json(
        ChannelView.Of(await ChannelAsync(http), isMasked: Caller.Of(http).Role != DashboardRole.Admin), DashboardJson.Default.ChannelView);

    private async Task<IResult> AddAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.ChannelRequest);
        if (request.Type is null || !types.Types.ContainsKey(request.Type))
        {
            throw ProblemException.BadRequest("unknown_channel_type", types.Types.Count == 0 ? "No notifier plugin is loaded." : $"type must be one of {string.Join(", ", types.Types.Keys)}.", "type");
        }

        var author = Caller.Of(http).User ?? OwnSource;
        var channel = Changed(new StoredChannel { Name = NameOf(request.Name ?? ""), Type = request.Type, Source = OwnSource, CreatedBy = author, UpdatedBy = author }, request);
        var id = await Stored.Needed(store).AddAsync(channel, http.RequestAborted) ?? throw new ProblemException(409, "exists", "There is a channel of this name.", "name");
        return Answer.Json(ChannelView.Of(await ChannelAsync(id, http.RequestAborted)), DashboardJson.Default.ChannelView, StatusCodes.Status201Created);
    }

    private async Task<IResult> ChangeAsync(HttpContext http)
    {
        var channel = await ChannelAsync(http);
        var request = await Body.ReadAsync(http, DashboardJson.Default.ChannelRequest);
        if (channel.Source != OwnSource && request is not { Name: null, Type: null, Config: null, Events: null, MinSeverity: null })
        {
            throw new ProblemException(409, "not_editable", "This channel stands in config.yaml: here it can only be switched on and off.");
        }

        var changed = Changed(channel with { Name = request.Name is null ? channel.Name : NameOf(request.Name), UpdatedBy = Caller.Of(http).User ?? OwnSource }, request);
        if (!await Stored.Needed(store).UpdateAsync(changed, http.RequestAborted))
        {
            throw new ProblemException(409, "exists", "There is a channel of this name.", "name");
        }

        return Answer.Json(ChannelView.Of(await ChannelAsync(channel.Id, http.RequestAborted)), DashboardJson.Default.ChannelView);
    }

    private async Task<IResult> DeleteAsync(HttpContext http)
    {
        var channel = await ChannelAsync(http);
        if (channel.Source != OwnSource)
        {
            throw new ProblemException(409, "not_deletable", "This channel stands in config.yaml.");
        }

        await Stored.Needed(store).DeleteAsync(channel.Id, http.RequestAborted);
        return Answer.Json(new DeletedAnswer(channel.Id.ToString(CultureInfo.InvariantCulture)), DashboardJson.Default.DeletedAnswer);
    }

    private async Task<IResult> BatchAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.BatchRequest);
        if (request.Action is not ("enable" or "disable" or "delete"))
        {
            throw ProblemException.BadRequest("invalid_action", "action must be enable, disable or delete.", "action");
        }

        if (request.Ids is not { Count: > 0 and <= MaxBatch } ids)
        {
            throw ProblemException.BadRequest("invalid_ids", $"ids must have 1 to {MaxBatch} numbers.", "ids");
        }

        var affected = 0;
        var channels = Stored.Needed(store);
        foreach (var channel in (await channels.ListAsync(http.RequestAborted)).Where(channel => ids.Contains(channel.Id)))
        {
            affected += request.Action switch
            {
                "delete" => channel.Source == OwnSource && await channels.DeleteAsync(channel.Id, http.RequestAborted),
                _ => await channels.UpdateAsync(channel with { Enabled = request.Action == "enable" }, http.RequestAborted),
            } ? 1 : 0;
        }

        return Answer.Json(new BatchAnswer(affected), DashboardJson.Default.BatchAnswer);
    }

    private async Task<IResult> TestAsync(HttpContext http)
    {
        await ChannelAsync(http);
        throw new ProblemException(502, "failed", "No notifier plugin is loaded that could send anything.");
    }

    private Task<StoredChannel> ChannelAsync(HttpContext http) => ChannelAsync(RowId.Of(http), http.RequestAborted);

    private async Task<StoredChannel> ChannelAsync(long id, CancellationToken cancellationToken) =>
        (await Stored.Needed(store).ListAsync(cancellationToken)).FirstOrDefault(channel => channel.Id == id) ?? throw ProblemException.NotFound("channel with this number");

    private static StoredChannel Changed(StoredChannel channel, ChannelRequest request) => channel with
    {
        Config = request.Config is null ? channel.Config : Merge(channel.Config, request.Config),
        Events = request.Events is null ? channel.Events : JsonSerializer.Serialize([.. request.Events.Select(static name => OneOf(name, Events, "events"))], DashboardJson.Default.StringArray),
        MinSeverity = request.MinSeverity is null ? channel.MinSeverity : OneOf(request.MinSeverity, Severities, "min_severity"),
        Enabled = request.Enabled ?? channel.Enabled,
    };

    // A text that comes back as it was shown has not been changed.
    private static string Merge(string config, JsonObject changes)
    {
        var merged = JsonNode.Parse(config) as JsonObject ?? [];
        foreach (var (key, value) in changes)
        {
            if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && merged[key] is JsonValue old && old.GetValueKind() == JsonValueKind.String
                && ChannelView.MaskOf(old.GetValue<string>()) == text.GetValue<string>())
            {
                continue;
            }

            merged[key] = value?.DeepClone();
        }

        return merged.ToJsonString();
    }

    private static string NameOf(string name) => PlainText.Of(name).Trim() is { Length: > 0 and <= MaxName } plain
        ? plain
        : throw ProblemException.BadRequest("invalid_name", $"name must have 1 to {MaxName} characters.", "name");

    private static string OneOf(string value, string[] known, string field) => known.Contains(value, StringComparer.Ordinal)
        ? value
        : throw ProblemException.BadRequest("invalid_" + field, $"{field} must be of {string.Join(", ", known)}.", field);
}
