namespace LumenArgus.Tests.Configuration;

public sealed class TelemetryConfigTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    [Fact]
    public void Read_Endpoint_IsAUrl() => _fixture.ReadValid("telemetry: {otlp_endpoint: 'https://collector.example.com/base'}").Telemetry.OtlpEndpoint.ShouldBe(new Uri("https://collector.example.com/base"));

    [Theory]
    [InlineData("'http://name:word@collector'", "config.yaml:1 telemetry.otlp_endpoint must be a URL without user and password")]
    [InlineData("collector:4317", "config.yaml:1 telemetry.otlp_endpoint must be an http or https URL without query, for example http://127.0.0.1:4318 (was collector:4317)")]
    public void Read_AnythingElse_IsAnError(string value, string error) =>
        _fixture.Errors($"telemetry: {{otlp_endpoint: {value}}}").ShouldBe([error]);

    public void Dispose() => _fixture.Dispose();
}
