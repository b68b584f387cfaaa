using System.Globalization;
using System.Text.Json.Nodes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Notifications;
using LumenArgus.Storage.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>Channels for notifications.</summary>
internal sealed class ChannelEndpoints(ChannelDirectory channels, ChannelNotifiers notifiers, NotificationDispatcher dispatcher, IChannelStore? store = null) : IDashboardEndpoints
{
    private const int MaxName = 200;
    private const int MaxBatch = 100;
    private const int MaxSettings = 64 * 1024;

    private static readonly string[] Severities = ["info", "warning", "high", "critical"];

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/notifications/types", _ => Task.FromResult(Answer.Json(ChannelTypes.Of(notifiers.ListTypes()), DashboardJson.Default.ChannelTypes)));
        api.Get("/notifications/channels", WhenLoaded(_ => Task.FromResult(List())));
        api.Get("/notifications/channels/{id}", WhenLoaded(http => Task.FromResult(Find(http))));
        api.Post("/notifications/channels", WhenLoaded(AddAsync));
        api.Post("/notifications/channels/batch", WhenLoaded(BatchAsync));
        api.Put("/notifications/channels/{id}", WhenLoaded(ChangeAsync));
        api.Delete("/notifications/channels/{id}", WhenLoaded(DeleteAsync));
        api.Post("/notifications/channels/{id}/test", WhenLoaded(TestAsync));
    }

    // Right after the start those of the configuration are not in the database yet.
    private Func<HttpContext, Task<IResult>> WhenLoaded(Func<HttpContext, Task<IResult>> handle) => async http =>
    {
        await channels.Loaded.WaitAsync(http.RequestAborted);
        return await handle(http);
    };

    private IResult List() =>
        Answer.Json(new ChannelList([.. channels.Channels.Select(channel => ViewOf(channel, static _ => true))]), DashboardJson.Default.ChannelList);

    // Who may change a channel sees what it is told, but for credentials: those nobody sees.
    private IResult Find(HttpContext http)
    {
        var channel = ChannelOf(http);
        return Answer.Json(
            ViewOf(channel, Caller.Of(http).Role == DashboardRole.Admin ? Secrets(channel.Row.Type) : static _ => true), DashboardJson.Default.ChannelView);
    }

    private async Task<IResult> AddAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.ChannelRequest);
        var known = notifiers.ListTypes();
        if (known.All(type => type.Type.Name != request.Type))
        {
            throw ProblemException.BadRequest(
                "unknown_channel_type", known.Count == 0 ? "No notifier plugin is loaded." : $"type must be one of {string.Join(", ", known.Select(static type => type.Type.Name))}.", "type");
        }

        var author = Caller.Of(http).User ?? NotificationChannel.Made;
        var channel = Changed(
            new StoredChannel { Name = NameOf(request.Name ?? ""), Type = request.Type!, Source = NotificationChannel.Made, CreatedBy = author, UpdatedBy = author }, request);
        await CheckAsync(channel, http.RequestAborted);
        Stored.Needed(store);
        var added = await channels.AddAsync(channel, http.RequestAborted);
        return added.Id is { } id
            ? Answer.Json(ViewOf(ChannelOf(id), static _ => true), DashboardJson.Default.ChannelView, StatusCodes.Status201Created)
            : throw Refusal(added.Refusal);
    }

    private async Task<IResult> ChangeAsync(HttpContext http)
    {
        var channel = ChannelOf(http).Row;
        var request = await Body.ReadAsync(http, DashboardJson.Default.ChannelRequest);
        if (channel.Source != NotificationChannel.Made && request is not { Name: null, Type: null, Config: null, Events: null, MinSeverity: null })
        {
            throw new ProblemException(409, "not_editable", "This channel stands in config.yaml: here it can only be switched on and off, until the file is read again.");
        }

        var changed = Changed(channel with { Name = request.Name is null ? channel.Name : NameOf(request.Name), UpdatedBy = Caller.Of(http).User ?? NotificationChannel.Made }, request);
        if (request.Config is not null)
        {
            await CheckAsync(changed, http.RequestAborted);
        }

        Stored.Needed(store);
        return await channels.UpdateAsync(changed, http.RequestAborted)
            ? Answer.Json(ViewOf(ChannelOf(channel.Id), static _ => true), DashboardJson.Default.ChannelView)
            : throw Refusal(ChannelRefusal.NameTaken);
    }

    private async Task<IResult> DeleteAsync(HttpContext http)
    {
        var channel = ChannelOf(http).Row;
        if (channel.Source != NotificationChannel.Made)
        {
            throw new ProblemException(409, "not_deletable", "This channel stands in config.yaml.");
        }

        Stored.Needed(store);
        await channels.DeleteAsync(channel.Id, http.RequestAborted);
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

        Stored.Needed(store);
        var affected = 0;
        foreach (var channel in channels.Channels.Select(static channel => channel.Row).Where(channel => ids.Contains(channel.Id)))
        {
            affected += request.Action switch
            {
                "delete" => channel.Source == NotificationChannel.Made && await channels.DeleteAsync(channel.Id, http.RequestAborted),
                _ => await channels.UpdateAsync(channel with { Enabled = request.Action == "enable" }, http.RequestAborted),
            } ? 1 : 0;
        }

        return Answer.Json(new BatchAnswer(affected), DashboardJson.Default.BatchAnswer);
    }

    private async Task<IResult> TestAsync(HttpContext http)
    {
        var result = await dispatcher.TestAsync(ChannelOf(http), http.RequestAborted);
        return result.Status == DeliveryStatus.Sent
            ? Answer.Json(new ChannelTestAnswer("sent"), DashboardJson.Default.ChannelTestAnswer)
            : throw new ProblemException(502, "failed", result.Detail);
    }

    private NotificationChannel ChannelOf(HttpContext http) => ChannelOf(RowId.Of(http));

    private NotificationChannel ChannelOf(long id) =>
        channels.Channels.FirstOrDefault(channel => channel.Row.Id == id) ?? throw ProblemException.NotFound("channel with this number");

    private ChannelView ViewOf(NotificationChannel channel, Func<string, bool> isHidden) =>
        ChannelView.Of(channel, dispatcher.StateOf(channel), notifiers.FindProblem(channel), isHidden);

    // Of a type that nobody knows any setting may be a credential.
    private Func<string, bool> Secrets(string type) => notifiers.ListTypes().FirstOrDefault(known => known.Type.Name == type) is { } known
        ? name => known.Type.Fields.FirstOrDefault(field => field.Name == name) is not { IsSecret: false }
        : static _ => true;

    private async Task CheckAsync(StoredChannel channel, CancellationToken cancellationToken)
    {
        if (channels.KeyProblem is { } keyProblem && channel.Config != "{}")
        {
            throw new ProblemException(409, "no_key", $"Settings are only kept encrypted, and there is no key for that. {keyProblem}");
        }

        var settings = ChannelSettings.Parse(channel.Config);
        foreach (var field in notifiers.ListTypes().FirstOrDefault(known => known.Type.Name == channel.Type)?.Type.Fields ?? [])
        {
            if (field.IsRequired && (settings[field.Name] is null || JsonNode.DeepEquals(settings[field.Name], "")))
            {
                throw ProblemException.BadRequest("invalid_config", $"{field.Name} is needed.", $"config.{field.Name}");
            }
        }

        if (await notifiers.CheckAsync(new NotificationChannel(channel, Problem: null), cancellationToken) is { } problem)
        {
            throw ProblemException.BadRequest("invalid_config", problem, "config");
        }
    }

    private static StoredChannel Changed(StoredChannel channel, ChannelRequest request) => channel with
    {
        Config = request.Config is null ? channel.Config : Limited(ChannelMask.Merge(ChannelSettings.Parse(channel.Config), request.Config).ToJsonString()),
        Events = request.Events is null ? channel.Events : ChannelEvents.Write(request.Events.Select(static name => OneOf(name, [.. ChannelEvents.All], "events"))),
        MinSeverity = request.MinSeverity is null ? channel.MinSeverity : OneOf(request.MinSeverity, Severities, "min_severity"),
        Enabled = request.Enabled ?? channel.Enabled,
    };

    private ProblemException Refusal(ChannelRefusal? refusal)
    {
        if (refusal != ChannelRefusal.LimitReached)
        {
            return new ProblemException(409, "exists", "There is a channel of this name.", "name");
        }

        var limit = channels.Limit.Channels;
        var detail = $"There may be {limit} notification {(limit == 1 ? "channel" : "channels")}, and there are as many. A plugin can lift that; or delete one first.";
        return new ProblemException(409, "channel_limit_reached", detail) { Problem = Problem.Of(409, "channel_limit_reached", detail) with { Limit = limit } };
    }

    private static string Limited(string settings) => settings.Length <= MaxSettings
        ? settings
        : throw ProblemException.BadRequest("invalid_config", $"config may have {MaxSettings} characters.", "config");

    private static string NameOf(string name) => PlainText.Of(name).Trim() is { Length: > 0 and <= MaxName } plain
        ? plain
        : throw ProblemException.BadRequest("invalid_name", $"name must have 1 to {MaxName} characters.", "name");

    private static string OneOf(string value, string[] known, string field) => known.Contains(value, StringComparer.Ordinal)
        ? value
        : throw ProblemException.BadRequest("invalid_" + field, $"{field} must be of {string.Join(", ", known)}.", field);
}
