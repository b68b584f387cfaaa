namespace LumenArgus.Forwarding.WebSockets.Messages;

/// <summary>What is to happen with a message.</summary>
public readonly record struct MessageVerdict
{
    private MessageVerdict(byte[]? edited, int closeCode, string reason)
    {
        Edited = edited;
        CloseWith = closeCode;
        Reason = reason;
    }

    /// <summary>Its own bytes go on.</summary>
    public static MessageVerdict Forward { get; }

    /// <summary>What goes on in its place; null if nothing does.</summary>
    public byte[]? Edited { get; }

    /// <summary>The code with which the connection is closed instead; 0 if it is not.</summary>
    public int CloseWith { get; }

    /// <summary>The reason in the close frame.</summary>
    public string Reason { get; } = "";

    /// <summary>Another payload goes on.</summary>
    public static MessageVerdict Replace(byte[] edited) => new(edited, 0, "");

    /// <summary>Nothing goes on, and both ends are told why.</summary>
    public static MessageVerdict Close(int code, string reason) => new(edited: null, code, reason);
}
