using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Forwarding;

internal static class RawRequestAssertions
{
    /// <summary>Request line, header lines (names without regard to case, as HTTP has it; order within one name) and body; the framing may change.</summary>
    public static void ShouldHaveArrivedAs(this RawRequest sent, RawExchange arrived, int number)
    {
        var expected = RawHead.Parse(sent.ToBytes("h").AsSpan()[..sent.ToBytes("h").AsSpan().IndexOf("\r\n\r\n"u8)]);
        arrived.Request.StartLine.ShouldBe(expected.StartLine, $"request {number}");
        arrived.Request.Normalised("Host", "Content-Length", "Transfer-Encoding", "Connection")
            .ShouldBe(expected.Normalised("Host", "Content-Length", "Transfer-Encoding"), $"request {number}");
        arrived.Body.AsSpan().SequenceEqual(sent.Body ?? []).ShouldBeTrue($"body of request {number}");
    }
}
