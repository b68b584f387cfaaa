using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.BrowserTests.Dashboard;

/// <summary>What tools send through the proxy.</summary>
internal sealed class Traffic(string proxyUrl) : IDisposable
{
    /// <summary>A made-up key that goes through the proxy at the start and must never be seen again.</summary>
    public static string Canary { get; } = NewKey();

    /// <summary>A made-up password, likewise.</summary>
    public static string CanaryPassword { get; } = "Zq7vR2mX9k" + RandomNumberGenerator.GetString("ABCDEFGHJKMNPRSTUVWXYZabcdefghkmnprstuvwxyz23456789", 16);

    /// <summary>What a page must never take for markup.</summary>
    public const string Script = "<script>alert(1)</script>";

    /// <summary>The same in an attribute.</summary>
    public const string Image = "<img src=x onerror=alert(1)>";

    private readonly HttpClient _client = new() { BaseAddress = new Uri(proxyUrl), Timeout = Limits.Default };

    /// <summary>An access key id of AWS that nobody owns. In the older numbering, which tells no account.</summary>
    public static string NewKey() =>
        "AKIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOP", 1) + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 15);

    /// <summary>Everything that the pages have something to show for.</summary>
    public async Task SendAllAsync()
    {
        await ClaudeAsync("shop", "s-shop", "Please say hello.");
        await ClaudeAsync("shop", "s-shop", $"deploy with {Canary} and password = \\\"{CanaryPassword}\\\"");
        await ClaudeAsync("shop", "s-shop", "And now without it.");
        await ClaudeAsync("billing-service", "s-billing", $"the bucket key is {NewKey()}, ask anna.schmidt@acme-corp.example or bob@acme-corp.example");
        await ClaudeAsync("billing-service", "s-billing", $"in base64: {Convert.ToBase64String(Encoding.UTF8.GetBytes($"aws_access_key_id = {NewKey()}"))}");
        await ClaudeAsync("docs", "s-docs", "card 4242 4242 4242 4242 and IBAN DE89 3704 0044 0532 0130 00 of the customer");
        await CodexAsync("s-codex", $"export AWS_ACCESS_KEY_ID={NewKey()}");
        await HostileAsync();
        await CallToolAsync("read_file", "README.md");
        await CallToolAsync("run_query", $"select '{NewKey()}'");
        await SocketAsync();
    }

    /// <summary>A turn of Claude Code in a project.</summary>
    public Task<HttpResponseMessage> ClaudeAsync(string project, string session, string text) => PostAsync(
        "/v1/messages",
        $$"""
        {"model":"claude-sonnet-5","max_tokens":16,"system":"Primary working directory: /home/anna/{{project}}\nPlatform: linux\nCurrent branch: main",
         "metadata":{"user_id":"{\"device_id\":\"d-1\",\"account_uuid\":\"anna\",\"session_id\":\"{{session}}\"}"},"messages":[{"role":"user","content":[{"type":"text","text":"{{text}}"}]}]}
        """,
        ("User-Agent", "claude-cli/2.1.330 (external, cli)"), ("x-api-key", "sk-ant-api03-mock"));

    private Task<HttpResponseMessage> CodexAsync(string session, string text) => PostAsync(
        "/v1/responses",
        $$"""{"model":"gpt-6-codex","input":[{"role":"user","content":[{"type":"input_text","text":"{{text}}"}]}]}""",
        ("User-Agent", "codex_cli_rs/0.169.0 (Linux)"), ("x-session-id", session), ("Authorization", "Bearer sk-mock"));

    private Task<HttpResponseMessage> HostileAsync() => PostAsync(
        "/v1/messages",
        $$"""{"model":"{{Script}}","messages":[{"role":"user","{{Image}}":"key {{NewKey()}}"}]}""",
        ("User-Agent", $"tool/1 {Script}"), ("x-session-id", Script), ("x-api-key", "k"));

    private Task<HttpResponseMessage> CallToolAsync(string tool, string argument) => PostAsync(
        "/_upstream/files/mcp",
        $$$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{{tool}}}}","arguments":{"text":"{{{{argument}}}}"}}}""");

    private async Task SocketAsync()
    {
        using var limit = Limits.Token();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(proxyUrl.Replace("http://", "ws://", StringComparison.Ordinal) + "/v1/responses"), limit.Token);
        await socket.SendAsync("""{"type":"session.update"}"""u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", limit.Token);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();
}
