using LumenArgus.Forwarding.Upstream;
using LumenArgus.Testing.RawHttp;

namespace LumenArgus.FunctionalTests.Forwarding;

public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates _certificates = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lumen-tls");

    [Fact]
    public async Task Connect_CertificateOfAnUnknownAuthority_IsTlsFailedAndNotRetried()
    {
        var (ended, received) = await PostAsync(new UpstreamOptions { Retries = 3 });
        ended.Result.Outcome.ShouldBe(ForwardOutcome.TlsFailed);
        ended.Result.Attempts.ShouldBe(1);
        received.ShouldBe(0);
    }

    [Fact]
    public async Task Connect_AuthorityInBundleFile_IsTrusted()
    {
        var file = Path.Combine(_folder.FullName, "bundle.pem");
        await File.WriteAllTextAsync(file, "corporate root\n" + _certificates.Authority.ExportCertificatePem());
        await ShouldBeTrustedAsync(new UpstreamOptions { CaBundle = file });
    }

    [Fact]
    public async Task Connect_AuthorityInBundleDirectory_IsTrusted()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "1a2b3c4d.0"), _certificates.Authority.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "README"), "not a certificate");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        await ShouldBeTrustedAsync(new UpstreamOptions { CaBundle = _folder.FullName });
    }

    [Fact]
    public async Task TryLoad_DirectoryWithOtherFiles_NamesTheDamagedOnesOnly()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "good.pem"), _certificates.Authority.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "README"), "not a certificate");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "binary.der"), _certificates.Authority.RawData);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        var trust = UpstreamTrust.TryLoad(_folder.FullName, out _).ShouldNotBeNull();
        trust.Count.ShouldBe(1);
        trust.LeftOut.ShouldHaveSingleItem().ShouldStartWith("broken.pem (");
    }

    [Fact]
    public async Task Connect_OtherAuthorityInBundle_IsTlsFailed()
    {
        using var other = new TestCertificates();
        var file = Path.Combine(_folder.FullName, "other.pem");
        await File.WriteAllTextAsync(file, other.Authority.ExportCertificatePem());
        var (ended, _) = await PostAsync(new UpstreamOptions { CaBundle = file });
        ended.Result.Outcome.ShouldBe(ForwardOutcome.TlsFailed);
    }

    [Fact]
    public async Task Connect_BundleButWrongName_IsTlsFailed()
    {
        var file = Path.Combine(_folder.FullName, "bundle.pem");
        await File.WriteAllTextAsync(file, _certificates.Authority.ExportCertificatePem());
        var (ended, _) = await PostAsync(new UpstreamOptions { CaBundle = file }, host: "localhost");
        ended.Result.Outcome.ShouldBe(ForwardOutcome.TlsFailed);
    }

    [Fact]
    public Task Connect_VerificationOff_AcceptsAnything() => ShouldBeTrustedAsync(new UpstreamOptions { VerifySsl = false });

    [Theory]
    [InlineData("missing.pem")]
    [InlineData("")]
    public void TryLoad_NothingUsable_SaysWhy(string name)
    {
        UpstreamTrust.TryLoad(Path.Combine(_folder.FullName, name), out var error).ShouldBeNull();
        error.ShouldNotBeNullOrEmpty();
    }

    public void Dispose()
    {
        _certificates.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ShouldBeTrustedAsync(UpstreamOptions options)
    {
        var (ended, received) = await PostAsync(options);
        ended.Result.Detail.ShouldBe("");
        ended.Relay!.Value.Outcome.ShouldBe(ForwardOutcome.Ok);
        received.ShouldBe(1);
    }

    private async Task<(ForwardingApp.Ended Ended, int Received)> PostAsync(UpstreamOptions options, string host = "127.0.0.1")
    {
        using var limit = Limits.Token();
        await using var upstream = new RawUpstream((exchange, cancellationToken) => exchange.RespondAsync("{}", cancellationToken), _certificates.Server);
        await using var app = await ForwardingApp.StartAsync(new UriBuilder(upstream.Uri) { Host = host }.Uri, options);
        using var client = await app.ConnectAsync(limit.Token);
        await client.SendAsync(RawRequest.Post("/", "{}").ToBytes("h"), limit.Token);
        return (await app.FirstEnded, upstream.Received.Count);
    }
}
