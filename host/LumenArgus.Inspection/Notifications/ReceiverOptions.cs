namespace LumenArgus.Inspection.Notifications;

/// <summary>How a message is repeated, and when a receiver is left alone.</summary>
internal sealed record ReceiverOptions
{
    /// <summary>Messages that wait at most; further ones are counted and told as held back.</summary>
    public int MaxWaiting { get; init; } = 100;

    /// <summary>Attempts for one message.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>The wait behind the first attempt; doubles with each.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two attempts, also if the receiver asks for more.</summary>
    public TimeSpan MaxRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Messages given up one after the other, from which on the receiver is left alone.</summary>
    public int FailureLimit { get; init; } = 3;

    /// <summary>For how long, the first time; doubles with each message that is given up then.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause.</summary>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The time behind a number of failures: the first, twice the first, and so on up to the longest.</summary>
    public static TimeSpan BackOff(TimeSpan first, TimeSpan longest, int failures) =>
        TimeSpan.FromTicks((long)Math.Min(longest.Ticks, first.Ticks * Math.Pow(2, Math.Min(failures - 1, 30))));
}
