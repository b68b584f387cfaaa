namespace LumenArgus.Dashboard.Api.Pages;

/// <summary>The pages beside those of the web app itself.</summary>
internal sealed record PageList(IReadOnlyList<PageView> Pages);
