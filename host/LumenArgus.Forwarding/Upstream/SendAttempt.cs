namespace LumenArgus.Forwarding.Upstream;

/// <summary>One attempt to send a request. The handler does not say which connection it takes; the connection notices by whom it is written to.</summary>
internal sealed class SendAttempt
{
    private static readonly AsyncLocal<SendAttempt?> Ambient = new();

    private WatchedConnection? _connection;

    /// <summary>The attempt that the caller is part of; null where none is.</summary>
    public static SendAttempt? Current => Ambient.Value;

    /// <summary>Whether the upstream had closed its connection before it had received a byte of the request, so that it cannot have acted upon it.</summary>
    public bool TookNothing => _connection?.TookNothingOf(this) == true;

    /// <summary>Begins an attempt, until the calling method returns.</summary>
    public static SendAttempt Begin() => Ambient.Value = new SendAttempt();

    /// <summary>Called with the first bytes of the request.</summary>
    public void BeginsOn(WatchedConnection connection) => _connection = connection;
}
