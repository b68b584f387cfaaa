using System.Net;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.StandIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>Bodies beyond <c>proxy.max_body_size</c>: the start is looked at, the rest goes through as it comes.</summary>
public sealed class OversizeTests
{
    private const int LimitBytes = 64 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_BeyondTheLimit_ArrivesAsItWasAndWhatWasNotLookedAtIsCounted(bool declared)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider.BaseAddress, FailMode.Open);
        var body = Body(500_000, keyAt: 400_000);

        using var response = await PostAsync(host, body, declared);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var received = provider.Requests.ShouldHaveSingleItem();
        received.Body.ShouldBe(body);
        received.Headers.Any(static header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).ShouldBe(declared);
        var record = await host.Sink.NextCompletedAsync();
        record.RequestBytes.ShouldBe(body.Length);
        record.Scan.BytesSkipped.ShouldBe(body.Length - LimitBytes);
        var finding = record.Scan.Findings.ShouldHaveSingleItem();
        (finding.Type, finding.Origin, finding.Action).ShouldBe(("unscanned", FindingOrigin.Framework, PolicyAction.Alert));
        finding.Detail.ShouldNotBeNull().ShouldContain(declared ? $"{body.Length - LimitBytes} bytes lie beyond" : "an unknown number of bytes");
    }

    [Theory]
    [InlineData(FailMode.Open, 100)]
    [InlineData(FailMode.Closed, 400_000)]
    public async Task Body_BeyondTheLimit_IsBlockedByAKeyInItsStartOrByTheFailTable(FailMode mode, int keyAt)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider.BaseAddress, mode);

        using var response = await PostAsync(host, Body(500_000, keyAt), declared: true);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(mode == FailMode.Open ? "aws_access_key" : "unscanned");
        provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_CutBehindTheLimit_ReachesNobodyAsAWhole(bool declared)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartAsync(provider.BaseAddress, FailMode.Open);
        using (var connection = await LumenArgus.Testing.RawHttp.RawConnection.ConnectAsync(host.Port, Limits.Token().Token))
        {
            var framing = declared ? "Content-Length: 500000\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n30d40\r\n";
            await connection.SendAsync(Encoding.ASCII.GetBytes($"POST /v1/messages HTTP/1.1\r\nHost: a\r\nx-api-key: k\r\n{framing}"), Limits.Token().Token);
            await connection.SendAsync(Body(200_000, keyAt: 150_000), Limits.Token().Token);
        }

        var record = await host.Sink.NextCompletedAsync();
        (record.ClientLeft || record.Error is not null).ShouldBeTrue();
        provider.Requests.ShouldBeEmpty();
        using var next = await PostAsync(host, Body(1000, keyAt: null), declared: true);
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_OfAHundredMegabytes_IsNeverHeld(bool declared)
    {
        const long length = 100L * 1024 * 1024;
        var (most, host) = (0L, (ProductHost?)null);
        var received = new TaskCompletionSource<(long Length, string Hash)>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await ListenAsync(async http =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, total) = (new byte[1024 * 1024], 0L);
            for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0; total += read)
            {
                hash.AppendData(buffer, 0, read);
                most = Math.Max(most, host!.Product.Services.GetRequiredService<BodyBudget>().UsedBytes);
            }

            received.SetResult((total, Convert.ToHexString(hash.GetHashAndReset())));
            await http.Response.WriteAsync("{}", http.RequestAborted);
        });
        var address = upstream.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await using var started = await StartAsync(new Uri(address), FailMode.Open);
        host = started;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = new PatternContent(length, declared) };
        using var response = await host.Client.SendAsync(request, Limits.Token().Token);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await received.Task).ShouldBe((length, PatternContent.HashOf(length)));
        most.ShouldBeLessThan(4 * LimitBytes);
        (await host.Sink.NextCompletedAsync()).RequestBytes.ShouldBe(length);
    }

    private static Task<ProductHost> StartAsync(Uri upstream, FailMode mode) => ProductHost.StartAsync(upstream, config => config with
    {
        DefaultAction = PolicyAction.Block,
        Proxy = config.Proxy with { MaxBodySize = LimitBytes },
        Fail = config.Fail with { Oversize = mode },
    });

    private static async Task<HttpResponseMessage> PostAsync(ProductHost host, byte[] body, bool declared)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = !declared;
        return await host.Client.SendAsync(request, Limits.Token().Token);
    }

    private static byte[] Body(int length, int? keyAt)
    {
        var text = new StringBuilder(length).Append("plain words of no interest, ");
        while (text.Length < length)
        {
            text.Append("and again the same, ");
        }

        text.Length = length;
        if (keyAt is { } at)
        {
            text.Remove(at, Bodies.AwsKey.Length + 2).Insert(at, $" {Bodies.AwsKey} ");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static async Task<WebApplication> ListenAsync(RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null).UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(handle);
        await application.StartAsync();
        return application;
    }

    /// <summary>A body of any length that is never in memory as a whole.</summary>
    private sealed class PatternContent : HttpContent
    {
        private static readonly byte[] Block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 8192).Select(static i => (char)('a' + (i % 23)))));
        private readonly long _length;
        private readonly bool _declared;

        public PatternContent(long length, bool declared) => (_length, _declared) = (length, declared);

        public static string HashOf(long length)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var done = 0L; done < length; done += Block.Length)
            {
                hash.AppendData(Block);
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var done = 0L; done < _length; done += Block.Length)
            {
                await stream.WriteAsync(Block);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return _declared;
        }
    }
}
