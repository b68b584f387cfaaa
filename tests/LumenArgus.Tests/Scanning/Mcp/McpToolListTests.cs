using System.Text;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Mcp;

namespace LumenArgus.Tests.Scanning.Mcp;

public sealed class McpToolListTests
{
    [Fact]
    public void Read_AnAnswer_GivesNamesDescriptionsAndSchemas()
    {
        var tools = Read("""
            {"jsonrpc":"2.0","id":1,"result":{"tools":[
              {"name":"ls","description":"lists \"files\"","inputSchema":{"type":"object","properties":{"name":{"type":"string","description":"of a folder"}}}},
              {"name":"pwd"},
              {"description":"has no name"}]}}
            """);

        tools.Select(static tool => (tool.Name, tool.Description, tool.InputSchema)).ShouldBe(
        [
            ("ls", "lists \"files\"", """{"type":"object","properties":{"name":{"type":"string","description":"of a folder"}}}"""),
            ("pwd", "", "{}"),
        ]);
    }

    [Fact]
    public void Read_AStreamOfMessages_FindsTheAnswerAmongThem() => Read("""
        {"jsonrpc":"2.0","method":"notifications/message","params":{"data":"x"}}
        {"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"ls"}]}}
        """).ShouldHaveSingleItem().Name.ShouldBe("ls");

    [Theory]
    [InlineData("")]
    [InlineData("""{"tools":[{"name":"ls"}]}""")]
    [InlineData("""{"params":{"result":{"tools":[{"name":"ls"}]}}}""")]
    [InlineData("""{"result":{"content":[{"tools":[{"name":"ls"}]}]}}""")]
    public void Read_AnythingElse_IsEmpty(string body) => Read(body).ShouldBeEmpty();

    private static IReadOnlyList<McpToolDefinition> Read(string body)
    {
        using var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        return [.. McpToolList.Read(document)];
    }
}
