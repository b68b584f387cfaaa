using System.Diagnostics.Metrics;
using LumenArgus.Proxy.Control;
using Microsoft.Extensions.Hosting;

namespace LumenArgus.Proxy.Telemetry;

/// <summary>
/// All that <c>/metrics</c> shows, under the same names, as instruments of a meter. They are observed: nothing is done until somebody asks. A histogram has the
/// three counters that the text format makes of it.
/// </summary>
internal sealed class ProductMeter(MetricsEndpoint metrics, TimeProvider clock) : IHostedService, IDisposable
{
    public const string MeterName = "LumenArgus";

    // All instruments are asked at once; one reading serves them all.
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);

    private readonly Meter _meter = new(MeterName);
    private readonly Lock _lock = new();
    private MetricsReading? _reading;
    private long _readAt;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, (help, isCounter)) in Read().Instruments)
        {
            if (isCounter)
            {
                _meter.CreateObservableCounter(name, () => Observe(name), unit: null, help);
            }
            else
            {
                _meter.CreateObservableGauge(name, () => Observe(name), unit: null, help);
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> Observe(string name) => Read().Values(name);

    private MetricsReading Read()
    {
        lock (_lock)
        {
            if (_reading is null || clock.GetElapsedTime(_readAt) > Fresh)
            {
                _reading = new MetricsReading();
                metrics.Write(_reading);
                _readAt = clock.GetTimestamp();
            }

            return _reading;
        }
    }
}
