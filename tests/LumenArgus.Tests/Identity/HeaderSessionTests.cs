using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Tests.Identity;

/// <summary>Header sets as the tools of November 2026 send them, seen on the wire.</summary>
public sealed class HeaderSessionTests
{
    [Fact]
    public void Read_ClaudeCode_NamesToolSdkAndConversation()
    {
        var session = Senders.FromHeaders(
            ("User-Agent", "claude-cli/2.1.330 (external, sdk-cli)"),
            ("X-Claude-Code-Session-Id", "acde0d0f-e6fb-490c-b675-890bb31e10fb"),
            ("X-Stainless-Lang", "js"),
            ("X-Stainless-Package-Version", "0.128.0"),
            ("X-Stainless-Runtime", "node"),
            ("X-Stainless-Runtime-Version", "v26.12.1"),
            ("anthropic-version", "2023-06-01"),
            ("x-api-key", "sk-ant-api03-mock"));

        (session with { ApiKeyHash = null }).ShouldBe(new SessionContext
        {
            SessionId = "acde0d0f-e6fb-490c-b675-890bb31e10fb",
            SourceIp = "127.0.0.1",
            ClientName = "claude_code",
            ClientVersion = "2.1.330",
            ClientType = "cli",
            RawUserAgent = "claude-cli/2.1.330 (external, sdk-cli)",
            SdkName = "anthropic-js",
            SdkVersion = "0.128.0",
            Runtime = "node/v26.12.1",
            InterceptMode = "reverse",
        });
    }

    [Fact]
    public void Read_Codex_NamesInstallationAndFolder()
    {
        var session = Senders.FromHeaders(
            ("x-codex-turn-metadata", """
                {"installation_id":"9b975133-6f5d-4518-b228-5148b71ecfba","session_id":"01a2148a-2289-7e51-b685-60700190ff00","workspaces":{"/home/dev/shop":{"latest_git_commit_hash":"a77d37375d59a39e6c35964042b2b645ecdc0ba3","has_changes":false}}}
                """.Trim()),
            ("session-id", "01a2148a-2289-7e51-b685-60700190ff00"),
            ("thread-id", "01a2148a-2289-7e51-b685-60700190ff01"),
            ("authorization", "Bearer sk-mock"),
            ("originator", "codex_exec"),
            ("user-agent", "codex_exec/0.169.0 (Debian 12.0.0; x86_64) unknown (codex_exec; 0.169.0)"));

        (session.ClientName, session.ClientVersion, session.ClientType).ShouldBe(("codex_cli", "0.169.0", "cli"));
        session.SessionId.ShouldBe("01a2148a-2289-7e51-b685-60700190ff00");
        session.DeviceId.ShouldBe("9b975133-6f5d-4518-b228-5148b71ecfba");
        session.WorkingDirectory.ShouldBe("/home/dev/shop");
        session.SdkName.ShouldBeNull();
    }

    [Fact]
    public void Read_CodexWithoutSessionHeader_TakesTheTurn() =>
        Senders.FromHeaders(("x-codex-turn-metadata", """{"session_id":"s-1"}"""), ("user-agent", "codex_cli_rs/0.60.0")).SessionId.ShouldBe("s-1");

    [Theory]
    [InlineData("no json")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"session_id":7,"workspaces":[]}""")]
    [InlineData("""{"session_id":"\ud800"}""")]
    public void Read_BrokenTurn_IsIgnored(string turn) => Senders.FromHeaders(("x-codex-turn-metadata", turn)).SessionId.ShouldBeNull();

    [Fact]
    public void Read_GeminiCli_NamesToolAndSdk()
    {
        var session = Senders.FromHeaders(
            ("User-Agent", "GeminiCLI-tui/0.61.0/gemini-3.1-pro-preview (linux; x64; terminal)"),
            ("x-goog-api-client", "google-genai-sdk/1.30.0 gl-node/v20.20.2"),
            ("x-goog-api-key", "AIzaMock"));

        (session.ClientName, session.ClientVersion).ShouldBe(("gemini_cli", "0.61.0"));
        (session.SdkName, session.SdkVersion, session.Runtime).ShouldBe(("google-genai-sdk", "1.30.0", "node/v20.20.2"));
    }

    [Fact]
    public void Read_OpenCode_NamesToolSdkAndConversation()
    {
        var session = Senders.FromHeaders(
            ("User-Agent", "opencode/1.18.33 ai-sdk/provider-utils/4.0.23 runtime/bun/1.3.14"),
            ("x-session-affinity", "ses_deb75c411ffeUkmcS1IB8b0OLh"),
            ("x-session-id", "ses_deb75c411ffeUkmcS1IB8b0OLh"),
            ("x-opencode-client", "desktop"));

        (session.ClientName, session.ClientVersion, session.ClientType).ShouldBe(("opencode", "1.18.33", "desktop"));
        (session.SdkName, session.SdkVersion, session.Runtime).ShouldBe(("ai-sdk/provider-utils", "4.0.23", "bun/1.3.14"));
        session.SessionId.ShouldBe("ses_deb75c411ffeUkmcS1IB8b0OLh");
    }

    [Theory]
    [InlineData("OpenAI/JS 7.57.0", "OpenAI/JS/7.57.0", "OpenAI/JS", "7.57.0")]
    [InlineData("python-httpx/0.28.1", "python-httpx/0.28.1", "python-httpx", "0.28.1")]
    [InlineData("my-agent", "my-agent", "my-agent", null)]
    public void Read_UnknownTool_IsItsFirstProduct(string userAgent, string name, string sdk, string? version)
    {
        var session = Senders.FromHeaders(("User-Agent", userAgent));

        (session.ClientName, session.ClientType, session.SdkName, session.SdkVersion).ShouldBe((name, null, sdk, version));
    }

    [Fact]
    public void Read_Sdk_IsNamedByItsVendorAndLanguage() =>
        Senders.FromHeaders(("User-Agent", "AsyncOpenAI/Python 2.9.0"), ("X-Stainless-Lang", "python"), ("X-Stainless-Package-Version", "2.9.0")).SdkName.ShouldBe("openai-python");

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)")]
    [InlineData("")]
    public void Read_BrowserOrNothing_NamesNoTool(string userAgent) => Senders.FromHeaders(("User-Agent", userAgent)).ClientName.ShouldBeNull();

    [Theory]
    [InlineData("opencode", "User-Agent", "ai-sdk/openai/2.0", "x-session-affinity", "s")]
    [InlineData("opencode", "User-Agent", "anything/1", "x-opencode-session", "s")]
    [InlineData("cursor", "User-Agent", "connect-es/1.6.1", "x-cursor-client-version", "3.1")]
    [InlineData("roo_code", "User-Agent", "OpenAI/JS 7.5.0", "X-Title", "Roo Code")]
    public void Read_HeaderOfOneToolOnly_NamesIt(string expected, string name, string value, string other, string otherValue) =>
        Senders.FromHeaders((name, value), (other, otherValue)).ClientName.ShouldBe(expected);

    [Fact]
    public void Read_ClaimsOfAnAgentThatNobodyAuthenticated_AreIgnored()
    {
        var session = Senders.FromHeaders(
            ("X-Lumen-Argus-Account-Id", "mallory"), ("X-Lumen-Argus-Device-Id", "mallory"), ("X-Lumen-Argus-Working-Dir", "mallory"),
            ("X-Lumen-Argus-Git-Branch", "mallory"), ("X-Lumen-Argus-OS-Platform", "mallory"), ("X-Lumen-Argus-Hostname", "mallory"), ("X-Lumen-Argus-Username", "mallory"));

        session.ToString().ShouldNotContain("mallory");
    }

    [Fact]
    public void Read_SameKeyInOtherForms_IsOneTenant()
    {
        var hash = Senders.FromHeaders(("x-api-key", "key-1")).ApiKeyHash;

        hash.ShouldNotBeNull().ShouldMatch("^[0-9a-f]{16}$");
        Senders.FromHeaders(("Authorization", "Bearer key-1")).ApiKeyHash.ShouldBe(hash);
        Senders.FromHeaders(("x-goog-api-key", "key-1")).ApiKeyHash.ShouldBe(hash);
        Senders.FromHeaders(new ProxyConfig(), "/v1beta/models/x:generateContent?alt=sse&key=key-1", "127.0.0.1").ApiKeyHash.ShouldBe(hash);
        Senders.FromHeaders(("x-api-key", "key-2")).ApiKeyHash.ShouldNotBe(hash);
        Senders.FromHeaders().ApiKeyHash.ShouldBeNull();
    }

    [Fact]
    public void Read_EndlessHeaders_AreCut()
    {
        var endless = string.Concat(Enumerable.Repeat("a\U0001F600", 20_000));

        var session = Senders.FromHeaders(("User-Agent", endless), ("x-session-id", endless), ("x-opencode-client", endless), ("X-Stainless-Lang", endless));

        (session.RawUserAgent!.Length, session.SessionId!.Length, session.ClientType!.Length).ShouldBe((511, 256, 64), "the cut at 512 would fall into a character");
        session.ClientName!.Length.ShouldBeLessThanOrEqualTo(128);
        session.SdkName!.Length.ShouldBeLessThanOrEqualTo(128);
        char.IsHighSurrogate(session.ClientName[^1]).ShouldBeFalse();
    }
}
