using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Plugins;

/// <summary>Forms in which people paste secrets, and texts beside them that are none.</summary>
public sealed class PastedFormsTests
{
    private static readonly RuleIndex Everything = RuleRunner.Build(PluginUnderTest.All).Index;

    [Theory]
    [InlineData("+")]
    [InlineData("++")]
    [InlineData("-")]
    [InlineData(" ")]
    [InlineData("> ")]
    public void Scan_PrivateKeyInADifference_IsCritical(string mark)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var lines = key.ExportPkcs8PrivateKeyPem().Split('\n').Select(line => mark + line);

        var findings = RuleRunner.Scan(string.Join('\n', lines));

        findings.ShouldContain(static finding => finding.Type == "private_key_pem" && finding.Severity == Severity.Critical);
    }

    /// <summary>Who takes the value out takes the key out: all of it is in the finding, however its lines were written.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "plain", "{1}\n" }, { "windows", "{1}\r\n" }, { "escaped", "{1}\\n" }, { "tab", "{0}\t{1}\n" }, { "arrow", "     {0}→{1}\n" }, { "quote", "> {1}\n" }, { "comment", "# {1}\n" },
        { "removed", "-{1}\n" }, { "added", "+{1}\n" }, { "list", "  \"{1}\",\n" }, { "html", "{1}<br>" }, { "slashes", "// {1}\n" }, { "indented", "    {1}\n" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Scan_PrivateKeyInLinesOfAnyForm_IsCoveredToItsEnd(string name, string form)
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var encrypted = ec.ExportEncryptedPkcs8PrivateKeyPem("k", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 10));
        foreach (var pem in (string[])[rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportRSAPrivateKeyPem(), ec.ExportPkcs8PrivateKeyPem(), ec.ExportECPrivateKeyPem(), encrypted])
        {
            var text = string.Concat(pem.Split('\n').Select((line, number) => string.Format(CultureInfo.InvariantCulture, form, number + 1, line)));

            var finding = RuleRunner.Scan($"the key:\n{text} and more").Where(static each => each.Type == "private_key_pem").ShouldHaveSingleItem(name);

            finding.Severity.ShouldBe(Severity.Critical, name);
            finding.Value.Reveal().EndsWith("-----", StringComparison.Ordinal).ShouldBeTrue(name);
            finding.Value.Reveal().Contains("-----END ", StringComparison.Ordinal).ShouldBeTrue(name);
        }
    }

    [Theory]
    [InlineData("{0}\t{1}\n")]
    [InlineData("     {0}→{1}\n")]
    [InlineData("> {1}\n")]
    public void Scan_PrivateKeyThatIsCutOff_IsCoveredLineByLine(string form)
    {
        using var rsa = RSA.Create(2048);
        var lines = rsa.ExportPkcs8PrivateKeyPem().Split('\n').Take(10).Select((line, number) => string.Format(CultureInfo.InvariantCulture, form, number + 1, line));

        var finding = RuleRunner.Scan(string.Concat(lines)).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Value.Length.ShouldBeGreaterThan(9 * 64);
    }

    [Theory]
    [InlineData("if \"-----BEGIN RSA PRIVATE" + " KEY-----\" in text:")]
    [InlineData("text.startsWith('-----BEGIN PRIVATE" + " KEY-----') && text.endsWith('-----END PRIVATE" + " KEY-----')")]
    public void Scan_HeaderThatCodeLooksFor_IsNoSevereFinding(string text) => RuleRunner.Scan(text).ShouldAllBe(static finding => finding.Severity <= Severity.Warning);

    [Fact]
    public void Scan_PuttyKey_IsCoveredToItsEnd()
    {
        var text = "PuTTY-User-Key-File-3: ssh-ed25519\r\nEncryption: none\r\nComment: me@host\r\nPublic-Lines: 2\r\nAAAAC3NzaC1lZDI1NTE5AAAAIJ\r\nabcd\r\nPrivate-Lines: 1\r\nAAAAIKk3Vb9xQm4Rz7Lw3Pb8Yc5Nd1\r\nPrivate-MAC: "
            + new string('a', 64);

        RuleRunner.Scan(text).Where(static finding => finding.Type == "putty_private_key").ShouldHaveSingleItem().Value.Length.ShouldBe(text.Length);
    }

    [Fact]
    public void Scan_PrivateKeyAsAddedLines_IsRead()
    {
        using var key = RSA.Create(2048);
        var lines = key.ExportRSAPrivateKeyPem().Split('\n').Select(static line => "+" + line);

        RuleRunner.Scan(string.Join('\n', lines)).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.LikelyLive);
    }

    [Theory]
    [InlineData("postgres://user:password@localhost:5432/db")]
    [InlineData("amqp://guest:guest@localhost:5672")]
    [InlineData("mysql://root:ROOT@127.0.0.1/test")]
    [InlineData("redis://:yourpassword@localhost")]
    [InlineData("postgres://me:my-password@db/orders")]
    [InlineData("https://user:pass@example.com/")]
    [InlineData("http://admin:admin@localhost:9200")]
    public void Scan_UrlWithAWordForAPassword_IsAnExample(string text)
    {
        var finding = RuleRunner.Scan(text).Where(static each => each.Detector == "secrets").ShouldHaveSingleItem();

        (finding.Verdict, finding.Severity).ShouldBe((Verdict.Example, Severity.Info));
    }

    [Theory]
    [InlineData("sk_live_", 'x', 24)]
    [InlineData("rk_live_", 'X', 32)]
    [InlineData("ASIA", 'X', 16)]
    public void Scan_KeyThatIsCrossedOut_IsAnExample(string prefix, char mask, int length) =>
        RuleRunner.Scan(prefix + new string(mask, length)).ShouldAllBe(static finding => finding.Severity == Severity.Info);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scan_TextInUtf16_FindsTokens(bool bigEndian)
    {
        var encoding = bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        var token = "AKIA" + "Q3EGRXVNMKTY5ZWC";
        foreach (var preamble in new[] { [], encoding.Preamble.ToArray() })
        {
            var types = Types([.. preamble, .. encoding.GetBytes($"{{\"messages\":[{{\"role\":\"user\",\"content\":\"key {token} of staging\"}}]}}")]);

            types.ShouldContain("aws_access_key");
        }
    }

    [Fact]
    public void Scan_TokenWithANullInIt_IsFound() =>
        Types(Encoding.UTF8.GetBytes("""{"messages":[{"role":"user","content":"AKIAQ3EGRX\u0000VNMKTY5ZWC"}]}""")).ShouldContain("aws_access_key");

    [Fact]
    public void Scan_NothingButNulls_CostsNoView()
    {
        using var document = BodyDocument.Parse(new byte[100_000]);
        var counters = new ScanCounters();

        TextDecoder.Expand(document, new DecodeOptions(), new FindingCollector(document), counters);
        Everything.Scan(document, new FindingCollector(document), counters);

        counters.ViewBytes.ShouldBe(0);
    }

    private static IEnumerable<string> Types(byte[] body)
    {
        using var document = BodyDocument.Parse(body);
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        TextDecoder.Expand(document, new DecodeOptions(), collector, counters);
        Everything.Scan(document, collector, counters);
        return collector.ToFindings().Select(static finding => finding.Type);
    }
}
