using System.Net;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.RequestBodies;

/// <summary>Multipart and form bodies through the whole product.</summary>
public sealed class FormTests
{
    private const string Multipart = "multipart/form-data; boundary=XyZ";

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("zstd, gzip")]
    public async Task Part_ThatIsCompressed_IsLookedInto(string codings) =>
        await ContentCodingTests.ShouldBeBlockedAsync(Body("", Coded.Apply(Bytes($"key {Bodies.AwsKey}"), codings)), ("Content-Type", Multipart));

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Part_ThatSaysHowItIsCompressed_IsLookedInto(string coding) => await ContentCodingTests.ShouldBeBlockedAsync(
        Body($"\r\nContent-Encoding: {coding}", Coded.Apply(Bytes($"key {Bodies.AwsKey}"), coding)), ("Content-Type", Multipart));

    [Fact]
    public async Task Part_OfACompressedBody_IsLookedInto() => await ContentCodingTests.ShouldBeBlockedAsync(
        Coded.Apply(Body("\r\nContent-Transfer-Encoding: base64", Bytes(Convert.ToBase64String(Bytes(Bodies.AwsKey)))), "zstd"),
        ("Content-Type", Multipart), ("Content-Encoding", "zstd"));

    [Fact]
    public async Task Form_WithAKey_IsBlocked() => await ContentCodingTests.ShouldBeBlockedAsync(
        Bytes($"model=x&prompt=say+%41{Bodies.AwsKey[1..]}+now"), ("Content-Type", "application/x-www-form-urlencoded"));

    [Fact]
    public async Task Part_WithATellingFileName_IsBlocked()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        using var response = await host.PostAsync("/v1/messages", Body("", Bytes("MODE=fast"), file: "prod.env"), ("Content-Type", Multipart));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldHaveSingleItem().Type.ShouldBe("blocked_file_pattern");
    }

    [Fact]
    public async Task Body_ThatIsClean_ArrivesInItsOwnBytesAndHasNoFinding()
    {
        var body = Body("\r\nContent-Transfer-Encoding: quoted-printable", Bytes("caf=C3=A9 au lait"));
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        using var response = await host.PostAsync("/v1/messages", body, ("Content-Type", Multipart));
        host.ShouldAnswer(response, HttpStatusCode.OK);
        provider.Requests.ShouldHaveSingleItem().Body.ShouldBe(body);
        (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Part_ThatIsRedacted_LeavesAllElse()
    {
        var arrived = await ContentCodingTests.RedactedAsync(Body("", Bytes($"key {Bodies.AwsKey} end")), ("Content-Type", Multipart));
        arrived.ShouldBe(Body("", Bytes("key [REDACTED:aws_access_key] end")));
    }

    [Fact]
    public async Task Part_WithADamagedCoding_IsForwardedWithAFindingOrBlocked()
    {
        var packed = Coded.Apply(Bytes(string.Join(' ', Enumerable.Range(0, 1000))), "gzip")[..200];
        var body = Body("", packed);
        await using var provider = await StandInProvider.StartAsync();
        await using (var open = await ProductHost.StartAsync(provider.BaseAddress))
        {
            using var response = await open.PostAsync("/v1/messages", body, ("Content-Type", Multipart));
            open.ShouldAnswer(response, HttpStatusCode.OK);
            var finding = (await open.Sink.NextCompletedAsync()).Scan.Findings.ShouldHaveSingleItem();
            finding.Type.ShouldBe("unscanned");
            finding.Detail!.ShouldStartWith($"{packed.Length} bytes could not be decoded");
        }

        await using var closed = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { Fail = config.Fail with { Decode = FailMode.Closed } });
        using var refused = await closed.PostAsync("/v1/messages", body, ("Content-Type", Multipart));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        provider.Requests.Count.ShouldBe(1);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Body(string headers, byte[] content, string file = "notes.txt") =>
    [
        .. Bytes($"--XyZ\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nx\r\n--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file}\"{headers}\r\n\r\n"),
        .. content,
        .. "\r\n--XyZ--\r\n"u8,
    ];
}
