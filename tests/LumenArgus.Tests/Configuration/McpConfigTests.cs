using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Storage.Mcp;

namespace LumenArgus.Tests.Configuration;

public sealed class McpConfigTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Read_Lists_GivesTheirNames()
    {
        var config = _fixture.ReadValid("""
            mcp: {allowed_tools: [ls, cat, ls], blocked_tools: [rm]}
            pipeline: {stages: {mcp_arguments: {enabled: false}, mcp_responses: {enabled: false}}}
            """);

        config.Mcp.ShouldBe(new McpConfig { AllowedTools = ToolNames.Of("cat", "ls"), BlockedTools = ToolNames.Of("rm") });
        config.Pipeline.McpArguments.ShouldBeFalse();
        config.Pipeline.McpResponses.ShouldBeFalse();
    }

    [Theory]
    [InlineData("mcp: {blocked_tools: [rm, '']}")]
    [InlineData("mcp: {blocked_tools: ['fs_*']}")]
    public void Read_WhatIsNoName_IsAnError(string yaml) =>
        _fixture.Errors(yaml).ShouldHaveSingleItem().ShouldContain("mcp.blocked_tools must be a list of whole names of tools, without patterns");

    [Fact]
    public void Read_AToolOnBothLists_Warns() =>
        _fixture.Read("mcp: {allowed_tools: [rm], blocked_tools: [rm]}").Warnings.ShouldHaveSingleItem().Message.ShouldContain("it stays blocked");

    [Theory]
    [InlineData("", "mcp: {blocked_tools: [rm]}", false)]
    [InlineData("mcp: {blocked_tools: [rm]}", "mcp: {blocked_tools: [rm, ls]}", false)]
    [InlineData("mcp: {blocked_tools: [rm]}", "mcp: {blocked_tools: [ls]}", true)]
    [InlineData("", "mcp: {allowed_tools: [rm]}", false)]
    [InlineData("mcp: {allowed_tools: [rm]}", "", true)]
    [InlineData("mcp: {allowed_tools: [rm]}", "mcp: {allowed_tools: [rm, ls]}", true)]
    [InlineData("mcp: {allowed_tools: [rm, ls]}", "mcp: {allowed_tools: [rm]}", false)]
    [InlineData("", "pipeline: {stages: {mcp_responses: {enabled: false}}}", true)]
    public void Between_TwoConfigurations_SaysWhatAllowsMore(string from, string to, bool isWeaker) =>
        ConfigDiff.Between(_fixture.ReadValid(from), _fixture.ReadValid(to)).ShouldHaveSingleItem().IsWeaker.ShouldBe(isWeaker);

    [Theory]
    [InlineData("", "blocked:rm", "mcp_tool_lists.blocked.rm (none) -> listed", false)]
    [InlineData("blocked:rm", "", "mcp_tool_lists.blocked.rm listed -> (none)", true)]
    [InlineData("", "allowed:rm", "mcp_tool_lists.allowed.rm (none) -> listed", false)]
    [InlineData("allowed:ls", "allowed:ls,allowed:rm", "mcp_tool_lists.allowed.rm (none) -> listed", true)]
    [InlineData("allowed:ls,allowed:rm", "allowed:ls", "mcp_tool_lists.allowed.rm listed -> (none)", false)]
    [InlineData("allowed:rm", "", "mcp_tool_lists.allowed.rm listed -> (none)", true)]
    public void Between_TwoTables_SaysWhatAllowsMore(string from, string to, string text, bool isWeaker)
    {
        var change = ToolListDiff.Between(Table(from), Table(to)).ShouldHaveSingleItem();

        change.ToString().ShouldBe(text);
        change.IsWeaker.ShouldBe(isWeaker);
    }

    private static McpToolListTable Table(string rows) => new(
        [.. rows.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static row => new McpToolListEntry { ListType = row.Split(':')[0], ToolName = row.Split(':')[1] })]);
}
