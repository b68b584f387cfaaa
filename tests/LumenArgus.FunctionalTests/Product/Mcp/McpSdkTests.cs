using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace LumenArgus.FunctionalTests.Product.Mcp;

/// <summary>Client and server of the protocol's own SDK, with the product between them.</summary>
public sealed class McpSdkTests
{
    [Theory]
    [InlineData(HttpServerSessionMode.Stateful)]
    [InlineData(HttpServerSessionMode.Stateless)]
    public async Task Session_ThroughTheProxy_WorksAndIsLookedAt(HttpServerSessionMode mode)
    {
        await using var server = await StartServerAsync(mode);
        await using var host = await ProductHost.StartAsync(new Uri(server.Urls.Single()), static config => config with
        {
            DefaultAction = PolicyAction.Block,
            Mcp = new() { BlockedTools = ToolNames.Of("forget") },
        });
        using var limit = Limits.Token();
        await using (var client = await McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(host.Url, "/_upstream/raw/") }), cancellationToken: limit.Token))
        {
            (await client.ListToolsAsync(cancellationToken: limit.Token)).Select(static tool => tool.Name).ShouldBe(["echo", "forget"], ignoreOrder: true);
            TextOf(await client.CallToolAsync("echo", Text("hello"), cancellationToken: limit.Token)).ShouldBe("hello");

            await Should.ThrowAsync<Exception>(() => client.CallToolAsync("forget", Text("it"), cancellationToken: limit.Token).AsTask());
            await Should.ThrowAsync<Exception>(() => client.CallToolAsync("echo", Text(Bodies.AwsKey), cancellationToken: limit.Token).AsTask());

            // A refusal does not end the session.
            TextOf(await client.CallToolAsync("echo", Text("again"), cancellationToken: limit.Token)).ShouldBe("again");
        }

        host.Sink.Decided.Where(static record => record.Scan.Action == PolicyAction.Block)
            .Select(static record => record.Scan.Findings.Single().Type).ShouldBe(["blocked_tool", "aws_access_key"]);
        Forgotten.ShouldBe(0);
        var store = host.Product.Services.GetRequiredService<IMcpToolStore>();
        IReadOnlyList<DetectedMcpTool> seen;
        do
        {
            seen = await store.SeenAsync(limit.Token);
        }
        while (!seen.Any(static tool => tool is { ToolName: "echo", Description: "Says it again", CallCount: 3 }));
    }

    private static int Forgotten { get; set; }

    private static async Task<WebApplication> StartServerAsync(HttpServerSessionMode mode)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddMcpServer().WithHttpTransport(options => options.SessionMode = mode).WithTools(
        [
            McpServerTool.Create(static (string text) => text, new McpServerToolCreateOptions { Name = "echo", Description = "Says it again" }),
            McpServerTool.Create(
                static (string text) =>
                {
                    Forgotten++;
                    return text;
                },
                new McpServerToolCreateOptions { Name = "forget" }),
        ]);
        var server = builder.Build();
        server.MapMcp();
        await server.StartAsync();
        return server;
    }

    private static Dictionary<string, object?> Text(string text) => new(StringComparer.Ordinal) { ["text"] = text };

    private static string TextOf(CallToolResult result) => result.Content.OfType<TextContentBlock>().Single().Text;
}
