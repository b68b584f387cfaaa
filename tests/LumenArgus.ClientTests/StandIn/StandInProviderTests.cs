using System.Text;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.ClientTests.StandIn;

/// <summary>The stand-in must misbehave exactly as scripted, or tests that use it prove nothing.</summary>
public sealed class StandInProviderTests : IAsyncLifetime, IDisposable
{
    private readonly CancellationTokenSource _timeout = new(TimeSpan.FromSeconds(30));
    private readonly HttpClient _http = new();
    private StandInProvider _provider = null!;

    public async Task InitializeAsync() => _provider = await StandInProvider.StartAsync();

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _timeout.Dispose();
    }

    [Fact]
    public async Task Request_WithRepeatedHeaderAndBody_IsRecordedAsSent()
    {
        await using var client = await RawConnection.OpenAsync(_provider.BaseAddress);

        await client.SendAsync("POST /v1/a%2Fb/../c?x=%41 HTTP/1.1\r\nHost: x\r\nX-Twice: one\r\nX-Twice: two\r\nX-Latin: caf\u00e9\r\nContent-Length: 3\r\n\r\nabc");

        var request = await _provider.WaitForRequestAsync(cancellationToken: _timeout.Token);
        request.RawTarget.ShouldBe("/v1/a%2Fb/../c?x=%41");
        request.HeaderValues("x-twice").ShouldBe(["one", "two"]);
        request.HeaderValues("X-Latin").ShouldBe(["caf\u00e9"]);
        request.BodyText.ShouldBe("abc");
    }

    [Fact]
    public async Task Events_WithGate_ArriveOneReleaseAtATime()
    {
        using var gate = new ChunkGate();
        _provider.Script = _ => StandInAnswer.Events(["data: 1\n\n", "data: 2\n\n"], gate);
        using var response = await GetHeadersAsync();
        await using var body = await response.Content.ReadAsStreamAsync(_timeout.Token);
        var buffer = new byte[100];

        gate.Release();
        var first = await body.ReadAsync(buffer, _timeout.Token);
        var second = body.ReadAsync(buffer.AsMemory(first), _timeout.Token);

        Encoding.ASCII.GetString(buffer, 0, first).ShouldBe("data: 1\n\n");
        second.IsCompleted.ShouldBeFalse();
        gate.Release();
        (await second).ShouldBe(9);
    }

    [Fact]
    public async Task CutAfter_AllChunksSent_BreaksTheBody()
    {
        _provider.Script = _ => StandInAnswer.CutAfter(["data: 1\n\n"u8.ToArray()]);

        await Should.ThrowAsync<HttpRequestException>(() => _http.GetStringAsync(_provider.BaseAddress, _timeout.Token));
    }

    [Fact]
    public async Task Silence_ClientLeaves_ClientGoneCompletes()
    {
        _provider.Script = _ => StandInAnswer.Silence();
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token);
        var asking = _http.GetAsync(_provider.BaseAddress, leave.Token);
        var request = await _provider.WaitForRequestAsync(cancellationToken: _timeout.Token);
        request.ClientGone.IsCompleted.ShouldBeFalse();

        await leave.CancelAsync();

        await request.ClientGone.WaitAsync(_timeout.Token);
        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task StallAfter_ProviderDisposed_DoesNotHang()
    {
        _provider.Script = _ => StandInAnswer.StallAfter(["data: 1\n\n"u8.ToArray()]);
        using var response = await GetHeadersAsync();

        await _provider.DisposeAsync().AsTask().WaitAsync(_timeout.Token);
    }

    [Theory]
    [InlineData("/v1/messages")]
    [InlineData("/v1/chat/completions")]
    [InlineData("/v1/responses")]
    [InlineData("/prefix/v1beta/models/m:generateContent")]
    public async Task OrdinaryAnswer_NoScript_HasTheSentence(string path)
    {
        using var response = await _http.PostAsync(new Uri(_provider.Url + path), new StringContent("{}"), _timeout.Token);

        response.IsSuccessStatusCode.ShouldBeTrue();
        (await response.Content.ReadAsStringAsync(_timeout.Token)).ShouldContain(StandInProvider.Sentence);
    }

    private Task<HttpResponseMessage> GetHeadersAsync() =>
        _http.GetAsync(_provider.BaseAddress, HttpCompletionOption.ResponseHeadersRead, _timeout.Token);
}
