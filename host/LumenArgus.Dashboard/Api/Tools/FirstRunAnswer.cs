namespace LumenArgus.Dashboard.Api.Tools;

/// <summary>What somebody does who has just started the product.</summary>
internal sealed record FirstRunAnswer(string ProxyUrl, long RequestsSeen, DateTimeOffset? FirstRequestAt, IReadOnlyList<ToolSetup> Tools);
