using System.Net;
using System.Text;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.LifeCycle;

/// <summary>The way to the provider as configuration and environment say: certificates, proxies.</summary>
public sealed class UpstreamSettingsTests
{
    [Fact]
    public async Task CaBundle_WithoutACertificate_StopsTheStartWithItsLine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("empty.pem"), "nothing");
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => StartAsync("http://127.0.0.1:9", $"  ca_bundle: {folder.File("empty.pem")}\n"));
        // The process need not be gone when its output ends.
        failure.Message.ShouldMatch("ended with code 1|ran on without");
        failure.Message.ShouldContain("proxy.ca_bundle must be a PEM file with certificates or a folder of such files: no PEM certificate found");
        failure.Message.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CaBundle_FileOrFolder_IsTrusted(bool asFolder)
    {
        using var certificates = new TestCertificates();
        using var folder = new TemporaryFolder();
        var file = folder.File("company.pem");
        await File.WriteAllTextAsync(file, certificates.Authority.ExportCertificatePem());
        await File.WriteAllTextAsync(folder.File("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        await using var upstream = new RawUpstream(static (exchange, cancellationToken) => exchange.RespondAsync("{}", cancellationToken), certificates.Server);
        await using var product = await StartAsync(upstream.Uri.ToString().TrimEnd('/'), $"  ca_bundle: {(asFolder ? folder.Path : file)}\n");
        (await PostAsync(product)).Status.ShouldBe(HttpStatusCode.OK);
        product.StandardError.ShouldNotContain("verify_ssl");
        product.StandardError.Contains("proxy.ca_bundle has damaged certificates, which are left out: broken.pem (", StringComparison.Ordinal).ShouldBe(asFolder);
    }

    [Fact]
    public async Task VerifySslOff_WarnsAtEveryStart()
    {
        using var certificates = new TestCertificates();
        await using var upstream = new RawUpstream(static (exchange, cancellationToken) => exchange.RespondAsync("{}", cancellationToken), certificates.Server);
        await using var product = await StartAsync(upstream.Uri.ToString().TrimEnd('/'), "  verify_ssl: false\n");
        (await PostAsync(product)).Status.ShouldBe(HttpStatusCode.OK);
        product.StandardError.ShouldContain("proxy.verify_ssl is false");
        await product.RestartAsync();
        product.StandardError.ShouldContain("proxy.verify_ssl is false");
    }

    [Fact]
    public async Task Certificate_ThatNobodyTrusts_Is502WithAHint()
    {
        using var certificates = new TestCertificates();
        await using var upstream = new RawUpstream(static (exchange, cancellationToken) => exchange.RespondAsync("{}", cancellationToken), certificates.Server);
        await using var product = await StartAsync(upstream.Uri.ToString().TrimEnd('/'));
        var (status, text) = await PostAsync(product);
        status.ShouldBe(HttpStatusCode.BadGateway);
        text.ShouldContain("proxy.ca_bundle");
    }

    [Theory]
    [InlineData("http_proxy")]
    [InlineData("HTTP_PROXY")]
    public async Task ProxyOfTheEnvironment_IsUsed(string variable)
    {
        await using var proxy = RawUpstream.Answering();
        await using var product = await StartAsync("http://provider.invalid/base", environment: new() { [variable] = proxy.Uri.ToString() });
        (await PostAsync(product)).Status.ShouldBe(HttpStatusCode.OK);
        var request = proxy.Received.ShouldHaveSingleItem().Request;
        request.StartLine.ShouldBe("POST http://provider.invalid/base/v1/messages HTTP/1.1");
        request.Values("Host").ShouldBe(["provider.invalid"]);
    }

    [Fact]
    public async Task ProxyOfTheEnvironment_IsAskedForATunnelToHttps()
    {
        await using var proxy = new RawUpstream(static (exchange, cancellationToken) =>
            exchange.Connection.SendAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", cancellationToken));
        await using var product = await StartAsync("https://provider.invalid", environment: new() { ["HTTPS_PROXY"] = proxy.Uri.ToString() });
        var (status, text) = await PostAsync(product);
        status.ShouldBe(HttpStatusCode.BadGateway);
        text.ShouldContain("proxy refused a tunnel");
        proxy.Received.ShouldAllBe(static exchange => exchange.Request.StartLine == "CONNECT provider.invalid:443 HTTP/1.1");
        proxy.Received.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("http://provider.invalid", "NO_PROXY", "provider.invalid")]
    [InlineData("http://provider.invalid", "no_proxy", ".invalid,other.example")]
    [InlineData("http://provider.invalid", "NO_PROXY", "*")]
    public async Task HostThatTheEnvironmentExempts_IsReachedWithoutTheProxy(string upstream, string variable, string hosts)
    {
        await using var proxy = RawUpstream.Answering();
        await using var product = await StartAsync(upstream, environment: new() { ["HTTP_PROXY"] = proxy.Uri.ToString(), [variable] = hosts });
        (await PostAsync(product)).Status.ShouldBe(HttpStatusCode.BadGateway);
        proxy.AcceptedConnections.ShouldBe(0);
    }

    [Fact]
    public async Task ThisMachine_IsReachedWithoutTheProxy()
    {
        await using var upstream = RawUpstream.Answering();
        await using var proxy = RawUpstream.Answering();
        await using var product = await StartAsync(upstream.Uri.ToString().TrimEnd('/'), environment: new() { ["HTTP_PROXY"] = proxy.Uri.ToString() });
        (await PostAsync(product)).Status.ShouldBe(HttpStatusCode.OK);
        upstream.Received.Count.ShouldBe(1);
        proxy.AcceptedConnections.ShouldBe(0);
    }

    private static Task<ProductProcess> StartAsync(string upstream, string extra = "", Dictionary<string, string>? environment = null) =>
        ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output],
            UpstreamUrl = upstream,
            ExtraConfiguration = "  retries: 0\n" + extra,
            Environment = environment ?? [],
        });

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(ProductProcess product)
    {
        using var limit = Limits.Token();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(product.Url) };
        using var content = new StringContent(Bodies.Anthropic("hello"), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/v1/messages", UriKind.Relative), content, limit.Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(limit.Token));
    }
}
