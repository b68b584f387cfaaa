namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>Where the key is now.</summary>
internal sealed record LicenceAnswer(string Status, string Message, string Path);
