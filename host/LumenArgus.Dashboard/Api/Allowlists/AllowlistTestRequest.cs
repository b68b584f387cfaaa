namespace LumenArgus.Dashboard.Api.Allowlists;

/// <summary>An entry to try.</summary>
internal sealed record AllowlistTestRequest(string? Pattern = null, string? Value = null, string? Type = null);
