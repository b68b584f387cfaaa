using LumenArgus.Host.Startup;
using LumenArgus.Inspection.Configuration;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LumenArgus.Host.Telemetry;

/// <summary>Sends the product's traces and metrics to a collector, if the configuration names one. Only what the product itself makes: no other source is listened to.</summary>
internal sealed class OtlpExport : IDisposable
{
    private const string Name = "LumenArgus";

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private OtlpExport(Uri collector)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("lumen-argus", serviceVersion: ProductVersion.Current).AddTelemetrySdk();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Name)
            .AddOtlpExporter(options => Set(options, collector, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Name)
            .AddOtlpExporter(options => Set(options, collector, "v1/metrics"))
            .Build();
    }

    /// <summary>Starts the export.</summary>
    /// <param name="telemetry">The configuration.</param>
    /// <returns>To be disposed at the end, which sends what is left; null where there is no collector.</returns>
    public static OtlpExport? Start(TelemetryConfig telemetry) => telemetry.OtlpEndpoint is { } collector ? new OtlpExport(collector) : null;

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void Set(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
