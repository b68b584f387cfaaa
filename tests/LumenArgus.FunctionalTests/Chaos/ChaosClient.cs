using System.Globalization;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>Sends one request over a connection of its own and says what came back.</summary>
internal static class ChaosClient
{
    private static readonly string LargeLength = ChaosUpstream.LargeBytes.ToString(CultureInfo.InvariantCulture);

    public static async Task<ChaosAnswer> SendAsync(int port, Misfortune misfortune, bool withKey, CancellationToken cancellationToken)
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
                return ChaosAnswer.None;
            case "leaves-before-the-answer":
                await client.SendAsync($"{start}Content-Length: {body.Length}\r\n\r\n{body}", cancellationToken);
                client.Close();
                return ChaosAnswer.None;
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

    // In parts, of which none is kept.
    private static async Task<byte[]> ReadLargeAsync(RawConnection client, CancellationToken cancellationToken)
    {
        const int part = 50_000;
        for (var left = ChaosUpstream.LargeBytes; left > part; left -= part)
        {
            await client.ReadExactlyAsync(part, cancellationToken);
        }

        return await client.ReadExactlyAsync(part, cancellationToken);
    }

    private static async Task<ChaosAnswer> ReadAsync(RawConnection client, Misfortune misfortune, CancellationToken cancellationToken)
    {
        if (await HeadAsync(client, misfortune, cancellationToken) is not { } head)
        {
            return new ChaosAnswer(misfortune.Status, misfortune.IsCut, [], Bytes: 0);
        }

        var status = int.Parse(head.StartLine.Split(' ')[1], CultureInfo.InvariantCulture);
        if (status == 200 && misfortune.Name == "leaves-in-the-answer")
        {
            await client.ReadExactlyAsync(1000, cancellationToken);
            client.Close(reset: true);
            return ChaosAnswer.None;
        }

        try
        {
            return head.Value("Content-Length") == LargeLength
                ? new ChaosAnswer(status, IsCut: false, await ReadLargeAsync(client, cancellationToken), ChaosUpstream.LargeBytes)
                : ChaosAnswer.Of(status, await client.ReadBodyAsync(head, cancellationToken, toEnd: true));
        }
        catch (Exception cut) when (cut is IOException or FormatException)
        {
            // FormatException: the line of a chunk's size was cut.
            return new ChaosAnswer(status, IsCut: true, [], Bytes: 0);
        }
    }
}
