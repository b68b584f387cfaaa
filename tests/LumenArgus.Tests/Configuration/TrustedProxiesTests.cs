namespace LumenArgus.Tests.Configuration;

public sealed class TrustedProxiesTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Read_AddressesAndNetworks_AreTrusted() =>
        _fixture.ReadValid("proxy: {trusted_proxies: [10.0.0.7, 10.1.0.0/16, '::1', 'fd00::/8']}").Proxy.TrustedProxies.Select(static network => network.ToString())
            .ShouldBe(["10.0.0.7/32", "10.1.0.0/16", "::1/128", "fd00::/8"]);

    [Fact]
    public void Read_NoKey_TrustsNobody() => _fixture.ReadValid("proxy: {port: 1}").Proxy.TrustedProxies.ShouldBeEmpty();

    [Theory]
    [InlineData("[gateway]", "(was gateway)")]
    [InlineData("10.0.0.7", "must be a list of texts")]
    public void Read_NoAddress_IsAMistake(string value, string expected) =>
        _fixture.Errors($"proxy: {{trusted_proxies: {value}}}").ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public void Read_Everyone_IsWarnedAbout() => _fixture.Warnings("proxy: {trusted_proxies: [0.0.0.0/0]}").ShouldHaveSingleItem().ShouldContain("believes everyone");
}
