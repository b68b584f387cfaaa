namespace LumenArgus.Forwarding.WebSockets.Messages;

/// <summary>Decides about the messages of one direction, one after the other.</summary>
public interface IMessageJudge
{
    /// <summary>Decides about a message before any of it goes on.</summary>
    ValueTask<MessageVerdict> JudgeAsync(RelayedMessage message, CancellationToken cancellationToken);

    /// <summary>Tells that the rest of a message went on without being looked at.</summary>
    /// <param name="bytes">How many bytes of it.</param>
    ValueTask PassedUnseenAsync(long bytes);
}
