using System.Text;
using LumenArgus.Inspection.Mcp;

namespace LumenArgus.Tests.Inspection.Mcp;

public sealed class McpExchangeTests
{
    [Theory]
    [InlineData(false, "7", """{"jsonrpc":"2.0","id":7,"error":{"code":-32600,"message":"no"}}""")]
    [InlineData(false, "\"a\"", """{"jsonrpc":"2.0","id":"a","error":{"code":-32600,"message":"no"}}""")]
    [InlineData(false, "", """{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no"}}""")]
    [InlineData(true, "", """{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no"}}""")]
    [InlineData(
        true,
        "7,null",
        """[{"jsonrpc":"2.0","id":7,"error":{"code":-32600,"message":"no"}},{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no"}}]""")]
    public void Refuse_Messages_AnswersEachByItsIdentifier(bool isBatch, string ids, string answer) =>
        Encoding.UTF8.GetString(new McpExchange(isBatch, [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries)], []).Refuse("no")).ShouldBe(answer);

    [Theory]
    [InlineData("write_file", "write_file")]
    [InlineData("", "(unnamed)")]
    [InlineData("a\u001b[31m\u202eb\n", "a?[31m?b?")]
    public void Shown_Name_SteersNoTerminal(string name, string shown) => McpToolName.Shown(name).ShouldBe(shown);
}
