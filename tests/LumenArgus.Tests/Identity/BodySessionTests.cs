using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Identity;

public sealed class BodySessionTests
{
    private const string ClaudeToday = """
        {"model":"claude-opus-5-5","messages":[
          {"role":"user","content":[
            {"type":"text","text":"<system-reminder>\nAs you answer the user's questions, you can use the following context:\n# gitStatus\n\nCurrent branch: feature/x\n\nMain branch (you will usually use this for PRs): main\n</system-reminder>"},
            {"type":"text","text":"say hello"}]},
          {"role":"system","content":[{"type":"text","text":"# Environment\nYou have been invoked in the following environment: \n - Primary working directory: /home/dev/shop\n - Is a git repository: true\n - Platform: linux\n - Shell: bash\n - OS Version: Linux 6.18.44"}]}],
         "system":[{"type":"text","text":"x-anthropic-billing-header: cc_version=2.1.330.572;"},{"type":"text","text":"You are a Claude agent."}],
         "metadata":{"user_id":"{\"device_id\":\"110a716e\",\"account_uuid\":\"\",\"session_id\":\"acde0d0f-e6fb-490c-b675-890bb31e10fb\"}"}}
        """;

    private const string CodexToday = """
        {"model":"gpt-6","input":[
          {"type":"additional_tools","role":"developer","tools":[{"description":"// Working directory for the command. Defaults to the turn cwd."}]},
          {"type":"message","role":"developer","content":[{"type":"input_text","text":"You are Codex, an agent based on GPT-6."}]},
          {"type":"message","role":"user","content":[{"type":"input_text","text":"<environment_context>\n  <cwd>/home/dev/shop</cwd>\n  <shell>bash</shell>\n</environment_context>"}]},
          {"type":"message","role":"user","content":[{"type":"input_text","text":"say hello"}]}],
         "prompt_cache_key":"01a2148a-2289-7e51-b685-60700190ff00",
         "client_metadata":{"session_id":"01a2148a-2289-7e51-b685-60700190ff00","x-codex-installation-id":"9b975133-6f5d-4518-b228-5148b71ecfba"}}
        """;

    [Fact]
    public void Read_ClaudeCode_TellsWhoAndWhere() => Senders.FromBody(ClaudeToday).ShouldBe(new SessionContext
    {
        DeviceId = "110a716e",
        SessionId = "acde0d0f-e6fb-490c-b675-890bb31e10fb",
        WorkingDirectory = "/home/dev/shop",
        GitBranch = "feature/x",
        OsPlatform = "linux",
    });

    [Fact]
    public void Read_Codex_TellsWhoAndWhere() => Senders.FromBody(CodexToday, provider: "openai").ShouldBe(new SessionContext
    {
        DeviceId = "9b975133-6f5d-4518-b228-5148b71ecfba",
        SessionId = "01a2148a-2289-7e51-b685-60700190ff00",
        WorkingDirectory = "/home/dev/shop",
    });

    [Fact]
    public void Read_GeminiCli_TellsWhere()
    {
        var session = Senders.FromBody("""
            {"contents":[{"role":"user","parts":[{"text":"<session_context>\nThis is the Gemini CLI. We are setting up the context for our chat.\nMy operating system is: linux\n- **Workspace Directories:**\n  - /home/dev/shop\n- **Directory Structure:**\n</session_context>"},{"text":"say hello"}]}],
             "systemInstruction":{"parts":[{"text":"You are Gemini CLI."}]}}
            """, provider: "gemini");

        (session.OsPlatform, session.WorkingDirectory).ShouldBe(("linux", "/home/dev/shop"));
    }

    [Fact]
    public void Read_GeminiCodeAssist_IsReadInsideItsWrapper()
    {
        var session = Senders.FromBody("""
            {"model":"gemini-3","project":"p","request":{"contents":[{"role":"user","parts":[{"text":"hi"}]}],"systemInstruction":{"parts":[{"text":"Platform: darwin"}]},"session_id":"s-9"}}
            """, provider: "gemini");

        (session.SessionId, session.OsPlatform).ShouldBe(("s-9", "darwin"));
    }

    [Theory]
    [InlineData("Working directory: /a/b", "/a/b")]
    [InlineData("<env>\n  Working directory: /a/b\n  Platform: linux\n</env>", "/a/b")]
    [InlineData("<env>Working directory: /a/b\n</env>", "/a/b")]
    [InlineData("* Current working directory: \"/a/b\"", "/a/b")]
    [InlineData("- **Working Directory:** `C:\\\\Users\\\\dev`", @"C:\Users\dev")]
    [InlineData("cwd: /a/b\nWorking directory: /c", "/c")]
    [InlineData("Working directory: /a\nWorking directory: /b", "/a")]
    [InlineData("You are working in: /a/b", "/a/b")]
    [InlineData("You are a coder. Primary working directory: /a/b\nCurrent branch: main", "/a/b")]
    [InlineData("Set the working directory: never guess", null)]
    [InlineData("Working directory: <path>", null)]
    [InlineData("Working directory: ${cwd}", null)]
    [InlineData("Working directory:", null)]
    [InlineData("Working directory:\n\n", null)]
    public void Read_LineOfASystemPrompt_IsTheFolder(string prompt, string? expected)
    {
        var json = prompt.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

        Senders.FromBody($$"""{"system":"{{json}}","messages":[]}""").WorkingDirectory.ShouldBe(expected);
        Senders.FromBody($$"""{"messages":[{"role":"system","content":"{{json}}"}]}""", provider: "openai").WorkingDirectory.ShouldBe(expected);
        Senders.FromBody($$"""{"instructions":"{{json}}","input":"hi"}""", provider: "openai").WorkingDirectory.ShouldBe(expected);
    }

    [Fact]
    public void Read_LineOfThousandsOfTags_IsNotFollowedIntoTheDepth() =>
        Senders.FromBody($$"""{"system":"{{string.Concat(Enumerable.Repeat("<a> ", 16_000))}}\nPlatform: linux","messages":[]}""").OsPlatform.ShouldBe("linux");

    [Fact]
    public void Read_LineThatAUserWrote_TellsNothing() =>
        Senders.FromBody("""{"messages":[{"role":"user","content":"the report says\nPlatform: windows"}]}""").OsPlatform.ShouldBeNull();

    [Fact]
    public void Read_LineBehindThe64thKilobyte_IsNotLookedFor()
    {
        static string Prompt(int bytes) => $$"""{"system":"{{new string('x', bytes)}}\nPlatform: linux","messages":[]}""";

        Senders.FromBody(Prompt(60_000)).OsPlatform.ShouldBe("linux");
        Senders.FromBody(Prompt(70_000)).OsPlatform.ShouldBeNull();
    }

    [Theory]
    [InlineData("user_0123abcd_account_6f1c_session_77aa", "6f1c", "0123abcd", "77aa")]
    [InlineData("user_0123abcd_account__session_77aa", null, "0123abcd", "77aa")]
    [InlineData("user_0123abcd_session_77aa", null, "0123abcd", "77aa")]
    [InlineData("user_session_", "user_session_", null, null)]
    [InlineData("alice", "alice", null, null)]
    [InlineData("""{\"account_uuid\":\"6f1c\",\"device_id\":\"0123abcd\",\"session_id\":\"77aa\"}""", "6f1c", "0123abcd", "77aa")]
    [InlineData("""{\"account_uuid\":5,\"device_id\":null}""", null, null, null)]
    [InlineData("{broken", null, null, null)]
    [InlineData("""{\"\\ud800 is half a character\":1,\"device_id\":\"d\"}""", null, "d", null)]
    [InlineData("""{\"device_id\":\"d\",\"\\ud800 is half a character\":1}""", null, null, null)]
    [InlineData("""{\"device_id\":\"\\ud800\",\"session_id\":\"77aa\"}""", null, null, "77aa")]
    public void Read_UserIdOfAnthropic_IsTakenApart(string userId, string? account, string? device, string? conversation)
    {
        var session = Senders.FromBody($$$"""{"metadata":{"user_id":"{{{userId}}}"}}""");

        (session.AccountId, session.DeviceId, session.SessionId).ShouldBe((account, device, conversation));
    }

    [Theory]
    [InlineData("""{"user":"alice"}""", "alice")]
    [InlineData("""{"safety_identifier":"h-1"}""", "h-1")]
    [InlineData("""{"user":"  "}""", null)]
    [InlineData("""{"user":7}""", null)]
    [InlineData("""[{"user":"alice"}]""", null)]
    public void Read_UserOfOpenAi_IsTheAccount(string body, string? account) => Senders.FromBody(body, provider: "openai").AccountId.ShouldBe(account);

    [Fact]
    public void Read_ConstantCacheKey_IsNoConversation() =>
        Senders.FromBody("""{"prompt_cache_key":"my-app","input":"hello"}""", provider: "openai").SessionId.ShouldStartWith("fp:");

    [Fact]
    public void Read_WhatHeadersSay_GoesBefore()
    {
        var headers = new SessionContext { SessionId = "h", DeviceId = "d", WorkingDirectory = "/w" };

        Senders.FromBody(ClaudeToday, headers).ShouldBe(headers with { GitBranch = "feature/x", OsPlatform = "linux" });
    }

    [Fact]
    public void Read_File_IsNoConversation() => Senders.FromBody(ClaudeToday, file: "body.json").ShouldBe(SessionContext.Empty);
}
