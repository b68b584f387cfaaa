using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>Who sent a request stands in its audit line.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task AuditLine_OfARequest_TellsWhoSentIt()
    {
        const string body = """
            {"model":"claude-x","system":"Primary working directory: /home/dev/shop\nPlatform: linux\nCurrent branch: main",
             "metadata":{"user_id":"{\"device_id\":\"d-1\",\"account_uuid\":\"a-1\",\"session_id\":\"s-1\"}"},"messages":[{"role":"user","content":"AKIAQ3EGRFSZ7XKDLZMP"}]}
            """;
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        using var response = await host.PostAsync(
            "/v1/messages", body, ("User-Agent", "claude-cli/2.1.330 (external, cli)"), ("x-api-key", "sk-ant-api03-mock"), ("X-Lumen-Argus-Hostname", "forged"), ("X-Forwarded-For", "192.0.2.66"));

        using var line = JsonDocument.Parse(host.AuditText());
        string? Text(string name) => line.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        Text("account_id").ShouldBe("a-1");
        Text("session_id").ShouldBe("s-1");
        Text("device_id").ShouldBe("d-1");
        Text("source_ip").ShouldBe("127.0.0.1");
        Text("working_directory").ShouldBe("/home/dev/shop");
        Text("git_branch").ShouldBe("main");
        Text("os_platform").ShouldBe("linux");
        Text("client_name").ShouldBe("claude_code");
        Text("client_version").ShouldBe("2.1.330");
        Text("client_type").ShouldBe("cli");
        Text("raw_user_agent").ShouldBe("claude-cli/2.1.330 (external, cli)");
        Text("api_format").ShouldBe("anthropic");
        Text("intercept_mode").ShouldBe("reverse");
        line.RootElement.TryGetProperty("api_key_hash", out _).ShouldBeFalse();
        host.AuditText().ShouldNotContain("forged");
    }

    [Fact]
    public async Task Conversation_WithoutAName_IsOneSessionPerKey()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        var first = await SessionOfAsync(host, "key-1");
        var again = await SessionOfAsync(host, "key-1");
        var other = await SessionOfAsync(host, "key-2");

        first.SessionId.ShouldStartWith("fp:");
        again.ShouldBe(first);
        other.SessionId.ShouldNotBe(first.SessionId);
        other.ApiKeyHash.ShouldNotBe(first.ApiKeyHash);
    }

    private static async Task<SessionContext> SessionOfAsync(ProductHost host, string key)
    {
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"), ("x-api-key", key));
        return (await host.Sink.NextCompletedAsync()).Session;
    }
}
