using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class TelemetrySection
{
    private const string Endpoint = "otlp_endpoint";

    public static TelemetryConfig Read(SectionReader section)
    {
        var telemetry = new TelemetryConfig { OtlpEndpoint = ReadEndpoint(section) };
        section.Finish();
        return telemetry;
    }

    private static Uri? ReadEndpoint(SectionReader section)
    {
        if (section.Scalar(Endpoint) is not { Value.Length: > 0 } node)
        {
            return null;
        }

        if (node.Value.Contains('@', StringComparison.Ordinal))
        {
            // The value is not shown: it may hold a password.
            section.Error(Endpoint, "must be a URL without user and password");
            return null;
        }

        if (Uri.TryCreate(node.Value, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Query.Length: 0, Fragment.Length: 0 })
        {
            return url;
        }

        section.Invalid(node, Endpoint, "an http or https URL without query, for example http://127.0.0.1:4318");
        return null;
    }
}
