namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>What became of changes.</summary>
internal sealed record ChangeAnswer
{
    public required IReadOnlyList<string> Applied { get; init; }

    public required IReadOnlyList<FailedKey> Errors { get; init; }

    public IReadOnlyList<string> RestartNeeded { get; init; } = [];

    public long Generation { get; init; }

    /// <summary>A setting that was not changed.</summary>
    internal sealed record FailedKey(string Key, string Error);
}
