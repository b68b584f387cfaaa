namespace LumenArgus.Testing.RawHttp;

/// <summary>One request as the raw upstream received it, with the connection to answer on.</summary>
public sealed record RawExchange(RawHead Request, byte[] Body, RawConnection Connection)
{
    /// <summary>A complete response with a Content-Length.</summary>
    public Task RespondAsync(string body, CancellationToken cancellationToken, string headers = "") =>
        Connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}", cancellationToken);
}
