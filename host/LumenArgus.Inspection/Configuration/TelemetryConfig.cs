namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>telemetry</c>.</summary>
public sealed record TelemetryConfig
{
    /// <summary><c>otlp_endpoint</c>: the collector to which traces and metrics are sent, by OTLP over HTTP; <c>/v1/traces</c> and <c>/v1/metrics</c> are added to it.</summary>
    /// <value>Default null: nothing is sent anywhere.</value>
    public Uri? OtlpEndpoint { get; init; }
}
