namespace LumenArgus.PluginRuntime.Lanes;

/// <summary>Size and budgets of the scan lanes.</summary>
public sealed record ScanLanesOptions
{
    /// <summary>Number of lanes, 1 or more. Default: one for each processor, at least 2.</summary>
    public int Threads { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Jobs that can be queued; more wait in order of arrival. Default 1024.</summary>
    public int QueueCapacity { get; init; } = 1024;

    /// <summary>Budget of a plugin call, in processor time of its thread. Default 50 ms.</summary>
    public TimeSpan CallBudget { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What is added for each megabyte (1,048,576 bytes) of body. Default 20 ms.</summary>
    public TimeSpan BudgetPerMegabyte { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>A call that waits uses no processor time; it is given up after this multiple of its budget. Default 10.</summary>
    public int WaitingFactor { get; init; } = 10;

    /// <summary>How often running calls are looked at while there are any; the budgets are kept to within twice this. Default 10 ms.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromMilliseconds(10);

    internal TimeSpan BudgetFor(int bodyBytes) => CallBudget + (BudgetPerMegabyte * (bodyBytes / (1024d * 1024d)));
}
