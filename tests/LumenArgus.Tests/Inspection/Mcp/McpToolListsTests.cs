using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Storage.Mcp;

namespace LumenArgus.Tests.Inspection.Mcp;

public sealed class McpToolListsTests
{
    [Theory]
    [InlineData("", "", "", "rm", false)]
    [InlineData("", "rm", "", "rm", true)]
    [InlineData("", "rm", "", "RM", false)]
    [InlineData("", "rm", "", "rm ", false)]
    [InlineData("", "rm", "", "ls", false)]
    [InlineData("ls", "", "", "rm", true)]
    [InlineData("ls", "", "", "ls", false)]
    [InlineData("ls,rm", "rm", "", "rm", true)]
    [InlineData("ls", "", "", "", true)]
    [InlineData("", "rm", "", "", false)]
    [InlineData("", "", "blocked:rm", "rm", true)]
    [InlineData("", "", "allowed:ls", "rm", true)]
    [InlineData("ls", "", "allowed:rm", "rm", false)]
    [InlineData("rm", "", "blocked:rm", "rm", true)]
    [InlineData("rm", "", "other:rm", "rm", false)]
    public void RefusalOf_Tool_FollowsBothListsOfBothSources(string allowed, string blocked, string rows, string tool, bool isRefused)
    {
        var config = new McpConfig { AllowedTools = ToolNames.Of(Split(allowed)), BlockedTools = ToolNames.Of(Split(blocked)) };
        var table = new McpToolListTable([.. Split(rows).Select(static row => new McpToolListEntry { ListType = row.Split(':')[0], ToolName = row.Split(':')[1] })]);

        (McpToolLists.Of(config, table).RefusalOf(tool) is not null).ShouldBe(isRefused);
    }

    [Fact]
    public void IsSame_OtherOrderAndNumbers_IsTheSame()
    {
        var table = new McpToolListTable([Row(1, "a"), Row(2, "b")]);

        table.IsSame(new McpToolListTable([Row(3, "b"), Row(4, "a")])).ShouldBeTrue();
        table.IsSame(new McpToolListTable([Row(1, "a")])).ShouldBeFalse();
        table.IsSame(null).ShouldBeFalse();
    }

    private static McpToolListEntry Row(long id, string tool) => new() { Id = id, ListType = "blocked", ToolName = tool };

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
