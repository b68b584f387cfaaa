namespace LumenArgus.Dashboard.Api.Logs;

/// <summary>The newest lines of the application log.</summary>
internal sealed record LogLines(IReadOnlyList<string> Lines);
