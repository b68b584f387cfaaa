using System.Text;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

public sealed class StreamingProductTests
{
    [Fact]
    public async Task Events_ChunkByChunk_EachArrivesBeforeTheNextIsSent()
    {
        using var gate = new ChunkGate();
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.Events(AnthropicAnswers.Events, gate);
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true));
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        foreach (var frame in AnthropicAnswers.Events)
        {
            gate.Release();
            var expected = Encoding.UTF8.GetByteCount(frame);
            using var limit = Limits.Token();
            await stream.ReadExactlyAsync(buffer.AsMemory(0, expected), limit.Token);
            Encoding.UTF8.GetString(buffer, 0, expected).ShouldBe(frame);
        }
    }

    [Fact]
    public async Task Response_CutByTheProvider_IsCutForTheClientToo()
    {
        using var gate = new ChunkGate();
        using var limit = Limits.Token();
        var frame = Encoding.UTF8.GetBytes(AnthropicAnswers.Events[0]);
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.CutAfter([frame], gate: gate);
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        gate.Release();
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true));
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[frame.Length];
        await stream.ReadExactlyAsync(buffer, limit.Token);
        buffer.ShouldBe(frame);

        // Only now: a cut can overtake bytes that have not been read yet.
        gate.Release();
        await Should.ThrowAsync<IOException>(() => stream.ReadExactlyAsync(buffer, limit.Token).AsTask());
        (await host.Sink.NextCompletedAsync()).Error.ShouldBe("the upstream cut the response");
    }

    [Fact]
    public async Task Provider_SilentBeforeItsAnswer_Is504InTheProvidersShape()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.Silence();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, static config => config with { Proxy = config.Proxy with { Timeout = TimeSpan.FromMilliseconds(200), ConnectTimeout = TimeSpan.FromSeconds(1) } });
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.GatewayTimeout);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldStartWith("{\"type\":\"error\"");
        text.ShouldContain("\"type\":\"timeout\"");
    }

    [Fact]
    public async Task Provider_SilentInTheMiddle_CutsTheClient()
    {
        using var limit = Limits.Token();
        var frame = Encoding.UTF8.GetBytes(AnthropicAnswers.Events[0]);
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.StallAfter([frame]);
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, static config => config with { Proxy = config.Proxy with { Timeout = TimeSpan.FromMilliseconds(500) } });
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true));
        await using var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[frame.Length], limit.Token);
        await Should.ThrowAsync<IOException>(() => stream.ReadExactlyAsync(new byte[1], limit.Token).AsTask());
        (await host.Sink.NextCompletedAsync()).Error.ShouldBe("the upstream was silent for too long");
    }

    [Fact]
    public async Task Client_LeavesInTheMiddle_CancelsUpstream()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.StallAfter([Encoding.UTF8.GetBytes(AnthropicAnswers.Events[0])]);
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using (await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true)))
        {
            // Left before the end.
        }

        await provider.Requests[0].ClientGone.WaitAsync(Limits.Default);
        (await host.Sink.NextCompletedAsync()).ClientLeft.ShouldBeTrue();
    }

    [Fact]
    public async Task Stop_WithAStreamThatNeverEnds_CutsItAtTheEndOfTheDrain()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = _ => StandInAnswer.StallAfter([Encoding.UTF8.GetBytes(AnthropicAnswers.Events[0])]);
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using var response = await host.PostAsync("/v1/messages", Bodies.Anthropic("hello", stream: true));

        await host.Product.StopAsync(TimeSpan.Zero);

        var record = await host.Sink.NextCompletedAsync();
        record.ClientLeft.ShouldBeFalse();
        record.Error.ShouldNotBeNull().ShouldStartWith("cut by lumen-argus");
    }

    [Fact]
    public async Task Stop_WithARequestThatIsNotAnsweredYet_IsNoClientThatLeft()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.Silence();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        var request = host.PostAsync("/v1/messages", Bodies.Anthropic("hello"));
        await provider.WaitForRequestAsync();

        await host.Product.StopAsync(TimeSpan.Zero);

        var record = await host.Sink.NextCompletedAsync();
        (record.ClientLeft, record.StatusCode).ShouldBe((false, 503));
        record.Error.ShouldNotBeNull().ShouldStartWith("cut by lumen-argus");
        await Should.ThrowAsync<HttpRequestException>(() => request);
    }
}
