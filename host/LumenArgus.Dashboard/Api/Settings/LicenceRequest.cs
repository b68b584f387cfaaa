namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>A licence key.</summary>
internal sealed record LicenceRequest(string? Key = null);
