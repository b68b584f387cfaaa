using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LumenArgus.TestPlugins.Pinning;

internal static class DiagnosticsCases
{
    public static void ListenToActivities(PinScene scene, bool isEnded)
    {
        var listener = new ActivityListener { ShouldListenTo = static source => source.Name == "nobody's", ActivityStopped = static _ => Row.Touch() };
        ActivitySource.AddActivityListener(listener);
        if (isEnded)
        {
            scene.AtStop(listener.Dispose);
        }
    }

    public static void ListenToMeters(PinScene scene, bool isEnded)
    {
        var listener = new MeterListener { InstrumentPublished = static (_, _) => Row.Touch() };
        listener.Start();
        if (isEnded)
        {
            scene.AtStop(listener.Dispose);
        }
    }

    public static void Sources(PinScene scene)
    {
        new ActivitySource("LumenArgus.Test.Pinning").StartActivity("nothing")?.Dispose();
        var meter = new Meter("LumenArgus.Test.Pinning");
        meter.CreateCounter<long>("rows").Add(1);
        meter.CreateObservableGauge("row", static () => new Row().Number);
        var events = new PinEventSource();
        events.Happened(1);
        scene.AtStop(() =>
        {
            meter.Dispose();
            events.Dispose();
        });
    }

    public static void Logging(PinScene scene)
    {
        using var scope = scene.Context.Logger.BeginScope(new Row());
        scene.Context.Logger.LogInformation("row {Row}", new Row());
        try
        {
            throw new PinException();
        }
        catch (PinException exception)
        {
            scene.Context.Logger.LogError(exception, "failed");
        }
    }

    public static async Task UseClientFactoryAsync(PinScene scene, bool isEnded)
    {
        var services = new ServiceCollection().AddHttpClient("row").Services.BuildServiceProvider();
        if (isEnded)
        {
            scene.AtStop(services.Dispose);
        }

        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("row");
        try
        {
            // Nothing listens there: the handlers are made and used all the same.
            using var response = await client.GetAsync(new Uri("http://127.0.0.1:1/"));
        }
        catch (HttpRequestException)
        {
        }
    }

    public static void ClientOfItsOwn(PinScene scene)
    {
        var client = new HttpClient();
        scene.AtStop(client.Dispose);
    }
}
