namespace LumenArgus.Abstractions.Model;

/// <summary>What became of a message.</summary>
public enum DeliveryStatus
{
    /// <summary>It has arrived.</summary>
    Sent = 0,

    /// <summary>It has not arrived, and another attempt may succeed.</summary>
    Failed,

    /// <summary>It was refused: another attempt would be as well, until somebody changes something.</summary>
    Refused,
}
