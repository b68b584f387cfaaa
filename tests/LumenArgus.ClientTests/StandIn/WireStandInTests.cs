using System.Text;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.ClientTests.StandIn;

public sealed class WireStandInTests : IDisposable
{
    private readonly CancellationTokenSource _timeout = new(TimeSpan.FromSeconds(30));

    public void Dispose() => _timeout.Dispose();

    [Fact]
    public async Task Request_OddSpelling_IsKeptByteForByte()
    {
        const string Head = "PoSt /a%2f//./x HTTP/1.1\r\nhOsT: x\r\nX-A:  two spaces\r\nx-a: \u00ff\r\ncontent-LENGTH: 2\r\n\r\n";
        await using var standIn = new WireStandIn();
        await using var client = await RawConnection.OpenAsync(new Uri(standIn.Url));

        await client.SendAsync(Head + "{}");

        var request = await standIn.NextRequestAsync(_timeout.Token);
        request.Head.ShouldBe(Head);
        request.Body.ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public async Task Request_ChunkedThenAnother_BothAreRead()
    {
        await using var standIn = new WireStandIn();
        await using var client = await RawConnection.OpenAsync(new Uri(standIn.Url));

        await client.SendAsync("POST /1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\nGET /2 HTTP/1.1\r\n\r\n");

        Encoding.ASCII.GetString((await standIn.NextRequestAsync(_timeout.Token)).Body).ShouldBe("abcde");
        (await standIn.NextRequestAsync(_timeout.Token)).RequestLine.ShouldBe("GET /2 HTTP/1.1");
    }

    [Fact]
    public async Task Answer_OfAnyBytes_ArrivesAsGiven()
    {
        await using var standIn = new WireStandIn { Answer = _ => "not http at all"u8.ToArray(), CloseAfterAnswer = true };
        await using var client = await RawConnection.OpenAsync(new Uri(standIn.Url));

        await client.SendAsync("GET / HTTP/1.1\r\n\r\n");

        (await client.ReadToEndAsync(_timeout.Token)).ShouldBe("not http at all");
    }
}
