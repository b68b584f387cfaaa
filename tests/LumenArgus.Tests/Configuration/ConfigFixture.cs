using LumenArgus.Inspection.Configuration;
using LumenArgus.Testing.RawHttp;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Configuration;

/// <summary>A home folder and a way to read a text as its configuration.</summary>
internal sealed class ConfigFixture : IDisposable
{
    private readonly TempFolder _temp = new();

    /// <summary>A certificate of some authority, as PEM.</summary>
    public static string Certificate { get; } = MakeCertificate();

    public ConfigFixture()
    {
        LumenArgusHome.TryResolve(name => name == "HOME" ? _temp.Root : null, out var home, out _).ShouldBeTrue();
        Home = home;
    }

    public LumenArgusHome Home { get; }

    public TempFolder Temp => _temp;

    public ConfigResult Read(string text) => ConfigReader.Read(_temp.Write("config.yaml", text), Home);

    public LumenArgusConfig ReadValid(string text)
    {
        var result = Read(text);
        result.Errors.ShouldBeEmpty();
        return result.Config.ShouldNotBeNull();
    }

    public string[] Errors(string text) => [.. Read(text).Errors.Select(problem => problem.ToString())];

    public string[] Warnings(string text)
    {
        var result = Read(text);
        result.Errors.ShouldBeEmpty();
        return [.. result.Warnings.Select(problem => problem.ToString())];
    }

    public void Dispose() => _temp.Dispose();

    private static string MakeCertificate()
    {
        using var certificates = new TestCertificates();
        return certificates.Authority.ExportCertificatePem();
    }
}
