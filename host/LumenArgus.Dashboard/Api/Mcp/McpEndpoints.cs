using System.Globalization;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Live;
using LumenArgus.Storage.Mcp;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Mcp;

/// <summary>Tools of MCP servers: lists, what was seen, calls.</summary>
internal sealed class McpEndpoints(IProductControl product, CurrentGeneration current, ILiveEvents live, IMcpToolStore? store = null) : IDashboardEndpoints
{
    private const int MaxName = 200;

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/mcp/tools", ListsAsync);
        api.Post("/mcp/tools", AddAsync);
        api.Delete("/mcp/tools/{id}", DeleteAsync);
        api.Get("/mcp/detected-tools", DetectedAsync);
        api.Get("/mcp/tool-calls", CallsAsync);
        api.Get("/mcp/baselines", BaselinesAsync);
    }

    private async Task<IResult> ListsAsync(HttpContext http)
    {
        var entries = store is null ? [] : (await store.ListsAsync(http.RequestAborted)).Select(McpToolEntry.Of).ToList();
        var config = current.Peek?.Config.Mcp ?? new McpConfig();
        return Answer.Json(new McpToolLists(Of("allowed", config.AllowedTools), Of("blocked", config.BlockedTools)), DashboardJson.Default.McpToolLists);

        List<McpToolEntry> Of(string list, ToolNames configured) =>
            [.. configured.Names.Select(name => new McpToolEntry(Id: null, list, name, "config", CreatedAt: null)), .. entries.Where(entry => entry.ListType == list)];
    }

    private async Task<IResult> AddAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.McpToolRequest);
        var list = request.ListType is "allowed" or "blocked" ? request.ListType : throw ProblemException.BadRequest("invalid_list_type", "list_type must be allowed or blocked.", "list_type");
        var name = PlainText.Of(request.ToolName ?? "").Trim();
        if (name.Length is 0 or > MaxName)
        {
            throw ProblemException.BadRequest("invalid_tool_name", $"tool_name must have 1 to {MaxName} characters.", "tool_name");
        }

        var id = await Stored.Needed(store).AddToListAsync(new McpToolListEntry { ListType = list, ToolName = name }, http.RequestAborted)
            ?? throw new ProblemException(409, "exists", "The tool is on this list.", "tool_name");
        await ApplyAsync();
        var added = (await store!.ListsAsync(http.RequestAborted)).First(entry => entry.Id == id);
        return Answer.Json(McpToolEntry.Of(added), DashboardJson.Default.McpToolEntry, StatusCodes.Status201Created);
    }

    private async Task<IResult> DeleteAsync(HttpContext http)
    {
        var id = RowId.Of(http);
        var entry = (await Stored.Needed(store).ListsAsync(http.RequestAborted)).FirstOrDefault(entry => entry.Id == id) ?? throw ProblemException.NotFound("entry with this number");
        if (entry.Source != "api")
        {
            throw new ProblemException(409, "not_deletable", "This entry stands in config.yaml.");
        }

        await store!.RemoveFromListAsync(id, http.RequestAborted);
        await ApplyAsync();
        return Answer.Json(new DeletedAnswer(id.ToString(CultureInfo.InvariantCulture)), DashboardJson.Default.DeletedAnswer);
    }

    private async Task<IResult> DetectedAsync(HttpContext http)
    {
        var tools = store is null ? [] : await store.SeenAsync(http.RequestAborted);
        return Answer.Json(new DetectedToolList(tools, tools.Count), DashboardJson.Default.DetectedToolList);
    }

    private async Task<IResult> CallsAsync(HttpContext http)
    {
        var query = new Query(http);
        var (limit, session) = (query.Limit(), query.Text("session_id"));
        var calls = store is null ? [] : await store.CallsAsync(session, limit, http.RequestAborted);
        return Answer.Json(new ToolCallList(calls, calls.Count), DashboardJson.Default.ToolCallList);
    }

    private async Task<IResult> BaselinesAsync(HttpContext http)
    {
        var baselines = store is null ? [] : await store.BaselinesAsync(http.RequestAborted);
        return Answer.Json(new BaselineList(baselines, baselines.Count), DashboardJson.Default.BaselineList);
    }

    private async Task ApplyAsync()
    {
        await product.ApplyStoredAsync();
        live.Publish("config");
    }
}
