using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Testing.StandIn;

/// <summary>The Responses API over a WebSocket, as Codex speaks it: each <c>response.create</c> is answered with the events of a streamed answer, one message each.</summary>
internal static class StandInWebSocket
{
    public static async Task AnswerAsync(HttpContext context, Action<byte[]> record, CancellationToken cancellationToken)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { DangerousEnableCompression = true });
        while (await ReceiveAsync(socket, cancellationToken) is { } message)
        {
            record(message);
            using var request = JsonDocument.Parse(message);
            if (!request.RootElement.TryGetProperty("type", out var type) || type.GetString() != "response.create")
            {
                continue;
            }

            foreach (var data in OpenAIResponsesAnswers.Events.Select(static frame => frame[(frame.IndexOf("data: ", StringComparison.Ordinal) + 6)..].Trim()))
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(data), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
        }
    }

    private static async Task<byte[]?> ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, "", cancellationToken);
                    return null;
                }

                message.Write(buffer, 0, received.Count);
                if (received.EndOfMessage)
                {
                    return message.ToArray();
                }
            }
        }
        catch (WebSocketException)
        {
            // The client has gone without a word.
            return null;
        }
    }
}
