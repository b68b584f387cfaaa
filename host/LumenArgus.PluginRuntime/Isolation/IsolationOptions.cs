using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>What a plugin in a process of its own may take.</summary>
public sealed record IsolationOptions
{
    /// <summary>The program with its arguments. Default: the product's own executable.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>The most memory in bytes; a process that takes more is ended. Default 512 MB.</summary>
    public long MemoryBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Budget of a call, in processor time of its thread where the system tells it. Default 50 ms.</summary>
    public TimeSpan CallBudget { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What is added for each megabyte (1,048,576 bytes) of text. Default 20 ms.</summary>
    public TimeSpan BudgetPerMegabyte { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>A call that waits uses no processor time; its process is ended after this multiple of its budget. Default 10.</summary>
    public int WaitingFactor { get; init; } = 10;

    /// <summary>Calls at the same time. Default: one for each processor, at least 2, like the scan lanes.</summary>
    public int Workers { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>The wait before a process that has ended is started again; doubles each time. Default 250 ms.</summary>
    public TimeSpan FirstRestart { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait. Default 1 minute.</summary>
    public TimeSpan MaxRestart { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After running so long the next wait is the first again. Default 1 minute.</summary>
    public TimeSpan GoodRun { get; init; } = TimeSpan.FromMinutes(1);

    internal TimeSpan BudgetFor(long textBytes) => CallBudget + (BudgetPerMegabyte * (textBytes / (1024d * 1024d)));

    internal TimeSpan RestartAfter(int endedInARow)
    {
        var wait = FirstRestart * Math.Pow(2, Math.Min(endedInARow, 30));
        return wait < MaxRestart ? wait : MaxRestart;
    }
}
