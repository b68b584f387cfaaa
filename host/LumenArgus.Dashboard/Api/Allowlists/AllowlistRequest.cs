namespace LumenArgus.Dashboard.Api.Allowlists;

/// <summary>An entry to add.</summary>
internal sealed record AllowlistRequest(string? Type = null, string? Pattern = null, string? Description = null);
