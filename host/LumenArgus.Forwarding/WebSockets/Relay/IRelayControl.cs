namespace LumenArgus.Forwarding.WebSockets.Relay;

/// <summary>What a pump tells the relay that it belongs to.</summary>
internal interface IRelayControl
{
    /// <summary>Bytes came.</summary>
    void Moved();

    /// <summary>A close frame passes.</summary>
    void Closing(int code);

    /// <summary>Closes both ends with a frame of ours.</summary>
    Task CloseAsync(int code, string reason);
}
