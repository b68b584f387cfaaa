namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>When a plugin that fails is no longer called, and when it is tried again.</summary>
public sealed record QuarantineOptions
{
    /// <summary>Faults of different sessions or bodies within <see cref="Window"/> that lead to quarantine; 1 or more. Default 5.</summary>
    public int FaultLimit { get; init; } = 5;

    /// <summary>How long a fault counts. Default 5 minutes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The first wait before one call is let through again; doubles each time. Default 30 seconds.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait. Default 1 hour.</summary>
    public TimeSpan MaxRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Calls that never came back and still run, whatever their session; each holds a thread. From this number on the plugin is not called
    /// until one returns. Default 2.
    /// </summary>
    public int AbandonedLimit { get; init; } = 2;
}
