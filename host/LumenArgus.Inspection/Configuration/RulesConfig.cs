namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>rules</c>: the table of rules in the database.</summary>
public sealed record RulesConfig
{
    /// <summary><c>auto_import</c>: whether the plugins' rules are put into the table when they are first seen. Default true.</summary>
    public bool AutoImport { get; init; } = true;

    /// <summary><c>rebuild_delay_seconds</c>: how long changes of the table are collected before they take effect.</summary>
    /// <value>0 to 60 seconds, default 2.</value>
    public TimeSpan RebuildDelay { get; init; } = TimeSpan.FromSeconds(2);
}
