namespace LumenArgus.Abstractions.Model;

/// <summary>What became of a message, with the reason for people.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Detail">Why it has not arrived, in a sentence that is shown and logged: no credential, no address with one; empty where it has.</param>
public sealed record DeliveryResult(DeliveryStatus Status, string Detail = "")
{
    /// <summary>It has arrived.</summary>
    public static DeliveryResult Sent { get; } = new(DeliveryStatus.Sent);

    /// <summary>How long the receiver wants to be left alone; null if it says nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>It has not arrived and can be tried again.</summary>
    /// <param name="detail">Why.</param>
    /// <returns>The result.</returns>
    public static DeliveryResult Failed(string detail) => new(DeliveryStatus.Failed, detail);

    /// <summary>It was refused for good.</summary>
    /// <param name="detail">Why.</param>
    /// <returns>The result.</returns>
    public static DeliveryResult Refused(string detail) => new(DeliveryStatus.Refused, detail);
}
