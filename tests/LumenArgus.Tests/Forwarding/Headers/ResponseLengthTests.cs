using System.Net;
using LumenArgus.Forwarding.Headers;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Tests.Forwarding.Headers;

/// <summary>RFC 9110, 8.6: the same length several times is one, different ones are an error.</summary>
public sealed class ResponseLengthTests
{
    [Theory]
    [InlineData(true, "5")]
    [InlineData(true, "5", "5")]
    [InlineData(true, "5, 5")]
    [InlineData(false, "5", "6")]
    [InlineData(false, "5, 6")]
    [InlineData(false, "five")]
    public void HasOneLength_LinesOfTheHeader_AreCompared(bool expected, params string[] lines)
    {
        using var response = With(lines);

        ResponseHeaders.HasOneLength(response).ShouldBe(expected);
    }

    [Fact]
    public void Copy_TheSameLengthTwice_IsWrittenOnce()
    {
        using var response = With("5", "5");
        var to = new DefaultHttpContext().Response;

        ResponseHeaders.Copy(response, to);

        to.Headers.ContentLength.ShouldBe(5);
        to.Headers["Content-Length"].Count.ShouldBe(1);
    }

    private static HttpResponseMessage With(params string[] lines)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
        response.Content.Headers.Remove("Content-Length");
        response.Content.Headers.TryAddWithoutValidation("Content-Length", lines).ShouldBeTrue();
        return response;
    }
}
