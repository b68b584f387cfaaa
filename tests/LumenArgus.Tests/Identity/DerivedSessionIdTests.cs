using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Identity;

/// <summary>Conversations of tools that name none.</summary>
public sealed class DerivedSessionIdTests
{
    private static readonly SessionContext Tenant = new() { ApiKeyHash = "0123456789abcdef", SourceIp = "192.0.2.1" };

    public static TheoryData<string, string[]> Conversations => new()
    {
        {
            "anthropic",
            [
                """{"system":"s","messages":[{"role":"user","content":"fix the test"}]}""",
                """{"system":"s","messages":[{"role":"user","content":"fix the test"},{"role":"assistant","content":"done"},{"role":"user","content":"thanks"}]}""",
                """{"messages":[{"role":"user","content":[{"type":"text","text":"fix the test"}]},{"role":"assistant","content":"no"}],"system":[{"type":"text","text":"s"}]}""",
                """{"system":[{"type":"text","text":"x-anthropic-billing-header: cch=1"},{"type":"text","text":"s"}],"messages":[{"role":"user","content":"fix the test"}]}""",
                """{"system":[{"type":"text","text":"x-anthropic-billing-header: cch=2"},{"type":"text","text":"s"}],"messages":[{"role":"user","content":"fix the test"},{"role":"system","content":"now"}]}""",
                """{"system":"s","messages":[{"role":"user","content":[{"type":"text","text":"fix the test"},{"type":"text","text":"and the build, which was packed into the same message"}]}]}""",
            ]
        },
        {
            "openai",
            [
                """{"messages":[{"role":"system","content":"s"},{"role":"user","content":"fix the test"}]}""",
                """{"messages":[{"role":"developer","content":"s"},{"role":"user","content":"fix the test"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"ok"}]}""",
                """{"instructions":"s","input":"fix the test"}""",
                """{"instructions":"s","input":[{"role":"user","content":[{"type":"input_text","text":"fix the test"}]},{"type":"function_call","name":"f"},{"role":"user","content":"more"}]}""",
            ]
        },
        {
            "gemini",
            [
                """{"systemInstruction":{"parts":[{"text":"s"}]},"contents":[{"role":"user","parts":[{"text":"fix the test"}]}]}""",
                """{"system_instruction":{"parts":[{"text":"s"}]},"contents":[{"parts":[{"text":"fix the test"}]},{"role":"model","parts":[{"text":"done"}]}]}""",
                """{"request":{"systemInstruction":{"parts":[{"text":"s"}]},"contents":[{"role":"user","parts":[{"text":"fix the test"}]}]}}""",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Conversations))]
    public void Read_TurnsOfOneConversation_HaveOneIdentifier(string provider, string[] bodies)
    {
        var ids = bodies.Select(body => IdOf(body, Tenant, provider)).Distinct().ToArray();

        ids.ShouldHaveSingleItem().ShouldNotBeNull().ShouldMatch("^fp:[0-9a-f]{32}$");
    }

    [Fact]
    public void Read_AnotherTenantAddressProviderOrOpening_IsAnotherConversation()
    {
        const string body = """{"system":"s","messages":[{"role":"user","content":"fix the test"}]}""";
        string[] ids =
        [
            IdOf(body, Tenant)!,
            IdOf(body, Tenant with { ApiKeyHash = "fedcba9876543210" })!,
            IdOf(body, Tenant with { SourceIp = "192.0.2.2" })!,
            IdOf(body, Tenant, "openai")!,
            IdOf("""{"system":"s","messages":[{"role":"user","content":"fix the build"}]}""", Tenant)!,
            IdOf("""{"system":"sf","messages":[{"role":"user","content":"ix the test"}]}""", Tenant)!,
        ];

        ids.Distinct().Count().ShouldBe(ids.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("[]")]
    [InlineData("""{"model":"m"}""")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":"text"}""")]
    [InlineData("""{"messages":[1,2]}""")]
    [InlineData("""[{"role":"user","content":"x"}]""")]
    public void Read_BodyWithoutAnOpening_HasNone(string body) => IdOf(body, Tenant).ShouldBeNull();

    [Fact]
    public void Read_ConversationThatIsNamed_KeepsItsName() =>
        IdOf("""{"messages":[{"role":"user","content":"x"}]}""", Tenant with { SessionId = "named" }).ShouldBe("named");

    // Such a name is not looked at for secrets, so nobody else may give one.
    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"client_metadata":{"session_id":"ID"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"request":{"session_id":"ID"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"metadata":{"user_id":"{\"session_id\":\"ID\"}"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"metadata":{"user_id":"user_d_session_ID"}}""")]
    public void Read_NameInTheFormOfADerivedOne_IsNotTaken(string body)
    {
        const string foreign = "fp:0123456789abcdef0123456789abcdef";

        IdOf(body.Replace("ID", foreign, StringComparison.Ordinal), Tenant).ShouldNotBeNull().ShouldNotBe(foreign);
        IdOf(body.Replace("ID", foreign + "0", StringComparison.Ordinal), Tenant).ShouldBe(foreign + "0");
        Senders.FromHeaders(("x-session-id", foreign)).SessionId.ShouldBeNull();
        Senders.FromHeaders(("x-codex-turn-metadata", $$"""{"session_id":"{{foreign}}"}""")).SessionId.ShouldBeNull();
    }

    private static string? IdOf(string body, SessionContext session, string provider = "anthropic") => Senders.FromBody(body, session, provider).SessionId;
}
