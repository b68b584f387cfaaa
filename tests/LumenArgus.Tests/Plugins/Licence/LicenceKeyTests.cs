using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.License;

namespace LumenArgus.Tests.Plugins.Licence;

public sealed class LicenceKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
    private static readonly ECDsa Issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Theory]
    [InlineData("""{"holder":"Acme","plan":"pro"}""", true, "licensed to Acme")]
    [InlineData("""{"holder":"Acme","plan":"pro","expires":"2026-11-27T00:00:00Z"}""", true, "licensed to Acme")]
    [InlineData("""{"holder":"Acme","plan":"pro","expires":"2026-11-26T00:00:00Z"}""", false, "the licence of Acme has expired")]
    [InlineData("""{"plan":"pro"}""", false, "the licence is signed, but of another version")]
    [InlineData("""{"holder":"Acme","plan":"pro","expires":"soon"}""", false, "the licence is signed, but of another version")]
    [InlineData("no json", false, "the licence is signed, but of another version")]
    public void Check_SignedKey_SaysWhatIsGranted(string grant, bool isValid, string detail)
    {
        var state = Check(Sign(grant));
        (state.IsValid, state.Detail).ShouldBe((isValid, detail));
    }

    [Fact]
    public void Check_KeyWithLineEnds_IsTheSame() => Check("\r\n" + Sign("""{"holder":"Acme","plan":"team"}""").Insert(20, "\n") + "\n").Plan.ShouldBe("team");

    [Fact]
    public void Check_ChangedKeyOrAnotherIssuer_IsInvalid()
    {
        var key = Sign("""{"holder":"Acme","plan":"pro"}""");
        var forged = Base64Url.EncodeToString("""{"holder":"Evil","plan":"pro"}"""u8) + key[key.IndexOf('.', StringComparison.Ordinal)..];
        Check(forged).Detail.ShouldBe("the licence is not signed by the issuer");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        LicenceKey.Check(key, other.ExportSubjectPublicKeyInfo(), Now).IsValid.ShouldBeFalse();
        LicenceKey.Check(key, IssuerKey.Value, Now).IsValid.ShouldBeFalse();
        foreach (var none in new[] { "", ".", "a.b", "x", key + ".x", key[..^1], "!!.!!" })
        {
            Check(none).IsValid.ShouldBeFalse();
        }
    }

    private static string Sign(string grant)
    {
        var bytes = Encoding.UTF8.GetBytes(grant);
        return $"{Base64Url.EncodeToString(bytes)}.{Base64Url.EncodeToString(Issuer.SignData(bytes, HashAlgorithmName.SHA256))}";
    }

    private static LicenceState Check(string key) => LicenceKey.Check(key, Issuer.ExportSubjectPublicKeyInfo(), Now);
}
