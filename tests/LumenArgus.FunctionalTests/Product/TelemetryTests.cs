using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What the product tells of itself: to listeners in the process, to a collector, and what plugins add to it.</summary>
[Collection(ListenerCollection.Name)]
public sealed class TelemetryTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string CallersSpan = "b7ad6b7169203331";
    private const string Parent = $"00-{Trace}-{CallersSpan}-01";

    [Fact]
    public async Task Exchange_WithAListener_IsASpanWithItsStepsUnderTheCallers()
    {
        using var spans = new Spans(Trace);
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using (await host.PostAsync($"/v1/messages?key={Bodies.AwsKey}", Bodies.Anthropic(Bodies.AwsKey), ("traceparent", Parent)))
        {
            await host.Sink.NextCompletedAsync();
        }

        await host.StopAsync();
        var exchange = spans.Ended.Single(static span => span.Kind == ActivityKind.Server);
        exchange.ParentSpanId.ToHexString().ShouldBe(CallersSpan);
        exchange.DisplayName.ShouldBe("POST anthropic");
        exchange.GetTagItem("url.path").ShouldBe("/v1/messages");
        exchange.GetTagItem("http.response.status_code").ShouldBe(200);
        exchange.GetTagItem("action").ShouldBe("alert");
        exchange.GetTagItem("findings.count").ShouldBe(1);
        spans.Ended.Where(span => span.ParentSpanId == exchange.SpanId).Select(static span => span.OperationName).ShouldBe(["capture", "inspect", "forward"], ignoreOrder: true);
        foreach (var span in spans.Ended)
        {
            string.Join('\n', span.TagObjects.Select(static tag => tag.Value?.ToString())).ShouldNotContain(Bodies.AwsKey);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Parent)]
    public async Task Provider_GetsTheCallersTraceparentOrNone(string? parent)
    {
        using var spans = new Spans(trace: null);
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        // A client that adds no such header itself, which others do while somebody listens.
        using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = host.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = new StringContent(Bodies.Anthropic("hello")) };
        if (parent is not null)
        {
            request.Headers.Add("traceparent", parent);
        }

        using (await client.SendAsync(request))
        {
            await host.Sink.NextCompletedAsync();
        }

        spans.Ended.ShouldNotBeEmpty();
        var headers = provider.Requests.ShouldHaveSingleItem().Headers;
        headers.Where(static header => header.Key.Equals("traceparent", StringComparison.OrdinalIgnoreCase)).Select(static header => header.Value)
            .ShouldBe(parent is null ? [] : [parent]);
        headers.ShouldNotContain(static header => header.Key.StartsWith("tracestate", StringComparison.OrdinalIgnoreCase)
            || header.Key.StartsWith("baggage", StringComparison.OrdinalIgnoreCase) || header.Key.StartsWith("Request-Id", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Meter_ShowsWhatTheMetricsPageShows()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        var seen = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "LumenArgus")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => seen.TryAdd(instrument.Name, 0));
        listener.Start();
        listener.RecordObservableInstruments();
        var page = (await host.Client.GetStringAsync("/metrics")).Split('\n').Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line[..line.IndexOfAny(['{', ' '])]).Distinct(StringComparer.Ordinal);
        page.Where(name => !seen.ContainsKey(name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Collector_GetsTracesAndMetrics()
    {
        await using var collector = await StandInProvider.StartAsync();
        collector.Script = static _ => StandInAnswer.Plain("");
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, config => config with { Telemetry = new TelemetryConfig { OtlpEndpoint = collector.BaseAddress } });
        using (await host.PostAsync($"/v1/messages?key={Bodies.AwsKey}", Bodies.Anthropic(Bodies.AwsKey)))
        {
            await host.Sink.NextCompletedAsync();
        }

        await host.StopAsync();
        var traces = collector.Requests.Where(static request => request.RawTarget == "/v1/traces").Select(static request => Encoding.Latin1.GetString(request.Body)).ToList();
        traces.ShouldContain(static body => body.Contains("lumen-argus") && body.Contains("POST anthropic") && body.Contains("inspect"));
        var metrics = collector.Requests.Where(static request => request.RawTarget == "/v1/metrics").Select(static request => Encoding.Latin1.GetString(request.Body)).ToList();
        metrics.ShouldContain(static body => body.Contains("lumen_argus_requests_total"));
        traces.Concat(metrics).ShouldAllBe(static body => !body.Contains(Bodies.AwsKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plugin_AddsToHealthAndMetricsAndSeesTraces()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartWithHooksAsync(provider, "nothing", null);
        using (await host.PostAsync("/v1/messages?a=b", Bodies.Anthropic("hello"), ("traceparent", Parent)))
        {
            await host.Sink.NextCompletedAsync();
        }

        using var health = JsonDocument.Parse(await host.Client.GetStringAsync("/health"));
        health.RootElement.GetProperty("status").GetString().ShouldBe("ready");
        health.RootElement.GetProperty("hooks").GetProperty("answer").GetInt32().ShouldBe(42);
        (await host.Client.GetStringAsync("/metrics")).ShouldContain("\nhooks_answer{of=\"life\"} 42\n");
        await host.StopAsync();
        host.Logs.ShouldContain($"hook trace of {Trace} in /v1/messages called with 200");
    }

    [Theory]
    [InlineData("hooks_answer 42\nthis is no metric at all", "line 2 is not in the text format")]
    [InlineData("lumen_argus_requests_total{action=\"pass\"} 7", "a name is taken")]
    public async Task Plugin_WithMetricsThatWouldBreakThePage_IsLeftOut(string metrics, string problem)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartWithHooksAsync(provider, "metrics", metrics);
        var page = await host.Client.GetStringAsync("/metrics");
        page.ShouldEndWith($"# the metrics of plugin test.hooks are left out: {problem}\n");
        page.ShouldNotContain("hooks_answer");
    }

    [Fact]
    public async Task Plugin_WhoseHooksThrow_TakesNothingFromHealthAndMetrics()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await StartWithHooksAsync(provider, "fail", "health,metrics");
        (await host.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Client.GetStringAsync("/metrics")).ShouldContain("lumen_argus_requests_total");
    }

    private static Task<ProductHost> StartWithHooksAsync(StandInProvider provider, string key, string? value) => ProductHost.StartAsync(
        provider.BaseAddress,
        config => config with
        {
            Plugins = config.Plugins with
            {
                ById = config.Plugins.ById.SetItem("test.hooks", new PluginConfig { Settings = new SettingMap(SettingMap.Empty.Values.SetItem(key, value)) }),
            },
        },
        static folder => folder.With(TestPlugins.Hooks));

    /// <summary>Hears all sources of the process, of which other tests have some too; keeps the product's, of one trace or of all.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ActivityListener _listener;

        public Spans(string? trace)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = static _ => true,
                Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (activity.Source.Name == "LumenArgus" && (trace is null || activity.TraceId.ToHexString() == trace))
                    {
                        Ended.Enqueue(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public ConcurrentQueue<Activity> Ended { get; } = [];

        public void Dispose() => _listener.Dispose();
    }
}
