using System.Globalization;
using System.Text;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>Sends one request over a connection of its own and says what came back.</summary>
internal static class ChaosClient
{
    /// <returns>The status, and whether the response ended before its end; 0 where the caller left.</returns>
    public static async Task<(int Status, bool IsCut)> SendAsync(int port, Misfortune misfortune, bool withKey, CancellationToken cancellationToken)
    {
        var isSlow = misfortune.Name == "slow-reader";
        using var client = await RawConnection.ConnectAsync(port, cancellationToken, receiveBufferBytes: isSlow ? 4096 : null);
        var body = Bodies.Anthropic(withKey ? $"key {Bodies.AwsKey}" : "hello");
        var target = misfortune.Path.Contains('?', StringComparison.Ordinal) ? misfortune.Path : $"{misfortune.Path}?{misfortune.Name}";
        var start = $"POST {target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
        switch (misfortune.Name)
        {
            case "leaves-in-its-body":
                await client.SendAsync($"{start}Content-Length: 100000\r\n\r\n{body}", cancellationToken);
                client.Close(reset: true);
                return default;
            case "leaves-before-the-answer":
                await client.SendAsync($"{start}Content-Length: {body.Length}\r\n\r\n{body}", cancellationToken);
                client.Close();
                return default;
            case "bad-chunk":
                await client.SendAsync($"{start}Transfer-Encoding: chunked\r\n\r\nthis is no chunk\r\n", cancellationToken);
                break;
            default:
                await client.SendAsync($"{start}Content-Length: {body.Length}\r\n\r\n{body}", cancellationToken);
                break;
        }

        return await ReadAsync(client, misfortune, cancellationToken);
    }

    // A cut can overtake bytes that have not been read yet; where none is expected it is a failure.
    private static async Task<RawHead?> HeadAsync(RawConnection client, Misfortune misfortune, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.ReadHeadAsync(cancellationToken)).ShouldNotBeNull(misfortune.Name);
        }
        catch (IOException) when (misfortune.IsCut)
        {
            return null;
        }
    }

    private static async Task<(int Status, bool IsCut)> ReadAsync(RawConnection client, Misfortune misfortune, CancellationToken cancellationToken)
    {
        if (await HeadAsync(client, misfortune, cancellationToken) is not { } head)
        {
            return (misfortune.Status, misfortune.IsCut);
        }

        var status = int.Parse(head.StartLine.Split(' ')[1], CultureInfo.InvariantCulture);
        if (misfortune.Name == "leaves-in-the-answer")
        {
            await client.ReadExactlyAsync(1000, cancellationToken);
            client.Close(reset: true);
            return default;
        }

        try
        {
            var body = await client.ReadBodyAsync(head, cancellationToken, toEnd: true);
            if (status == 200 && misfortune.Name is ("large" or "slow-reader"))
            {
                body.Length.ShouldBe(ChaosUpstream.LargeBytes, misfortune.Name);
            }

            if (status >= 400)
            {
                Encoding.UTF8.GetString(body).ShouldContain("\"error\"", Case.Sensitive, misfortune.Name);
            }

            return (status, false);
        }
        catch (Exception cut) when (cut is IOException or FormatException)
        {
            // FormatException: the line of a chunk's size was cut.
            return (status, true);
        }
    }
}
