using LumenArgus.Forwarding.Headers;
using LumenArgus.Forwarding.WebSockets.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LumenArgus.Forwarding.WebSockets.Handshake;

/// <summary>The server's answer to a handshake, and its connection. Disposing it closes the connection.</summary>
public sealed class DialResult : IAsyncDisposable
{
    private readonly HttpMessageHandler? _handler;
    private readonly HttpResponseMessage? _response;

    internal DialResult(DialOutcome outcome, string detail)
    {
        Outcome = outcome;
        Detail = detail;
    }

    internal DialResult(HttpMessageHandler handler, HttpResponseMessage response, Stream stream)
    {
        _handler = handler;
        _response = response;
        Server = stream;
        Outcome = response.StatusCode == System.Net.HttpStatusCode.SwitchingProtocols ? DialOutcome.Switched : DialOutcome.Refused;
        Detail = "";
    }

    /// <summary>How it ended.</summary>
    public DialOutcome Outcome { get; }

    /// <summary>What went wrong, for logs and the client.</summary>
    public string Detail { get; }

    /// <summary>The status that the server answered; 0 without an answer.</summary>
    public int StatusCode => _response is null ? 0 : (int)_response.StatusCode;

    /// <summary>The connection behind the answer, or the body of a refusal; null without an answer.</summary>
    public Stream? Server { get; }

    /// <summary>What the answer says of extensions.</summary>
    public ExtensionAgreement Agreement =>
        ExtensionAgreement.Parse(_response!.Headers.NonValidated.TryGetValues("Sec-WebSocket-Extensions", out var values) ? values : []);

    /// <summary>Switches the client's connection with the server's own answer.</summary>
    /// <returns>The client's end.</returns>
    public async Task<Stream> AcceptAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        ResponseHeaders.Copy(_response!, http.Response);
        http.Response.Headers.Remove("Content-Length");
        http.Response.Headers.Upgrade = "websocket";
        return await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }

    /// <summary>Gives the client the refusal as the server wrote it.</summary>
    public async Task RefuseAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        ResponseHeaders.Copy(_response!, http.Response);

        // RFC 9110, 15.5.22: with 426 the header says what is wanted.
        if (StatusCode == StatusCodes.Status426UpgradeRequired && _response!.Headers.NonValidated.TryGetValues("Upgrade", out var wanted))
        {
            http.Response.Headers.Upgrade = wanted.ToString();
        }

        await Server!.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        _response?.Dispose();
        _handler?.Dispose();
    }
}
