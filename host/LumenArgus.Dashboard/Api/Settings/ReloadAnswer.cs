namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>How a reload went.</summary>
internal sealed record ReloadAnswer(bool Ok, long Generation, IReadOnlyList<string> Problems, IReadOnlyList<string> Applied, IReadOnlyList<string> RestartNeeded);
