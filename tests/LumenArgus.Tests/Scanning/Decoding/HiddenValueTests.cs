using System.IO.Compression;
using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Scanning.Decoding;

/// <summary>Values that one part of a text could hide from the other.</summary>
public class HiddenValueTests
{
    private static readonly DetectionRule Generic = TestRules.Rule("generic", "secret = \"([^\"\\s]{16,200})\"") with { SecretGroup = 1, Generic = true };
    private static readonly DetectionRule TestKey = TestRules.Rule("test_key", "") with { Format = "sk_test_<alnum:24>", Validator = "test", Severity = Severity.Critical };

    [Theory]
    [InlineData("x%3D{0}")]
    [InlineData("next=%2F{0}")]
    [InlineData("[\\u0022{0}\\u0022]")]
    [InlineData("a\\x3d{0} b")]
    [InlineData("quoted =3D{0}=20=20 text")]
    public void Scan_TokenDirectlyBehindAnEscape_IsFoundOnce(string frame)
    {
        var result = Decoded.Run("[" + Decoded.Json(frame.Replace("{0}", Decoded.Aws, StringComparison.Ordinal)) + "]");

        result.Only("aws_access_key").Count.ShouldBe(1);
    }

    [Fact]
    public void Scan_ValueThatGoesOnBehindAnEscape_IsOneFindingOfTheWhole()
    {
        var result = Decoded.Run("[" + Decoded.Json("say " + Decoded.GitHub + "%41%42 now") + "]");

        result.Only("github_token").Value.Reveal().ToString().ShouldBe(Decoded.GitHub + "AB");
    }

    [Fact]
    public void Scan_FirstPartThatIsAMatchOfItsOwn_DoesNotHideTheWholeThatThePartsMakeUp()
    {
        var result = Decoded.Run("[" + Decoded.Json($"token = \"{Decoded.GitHub}\" + \"ABCDEFGH\";") + "]");

        result.Findings.Where(finding => finding.Type == "github_token").Select(finding => finding.Value.Reveal().ToString())
            .ShouldContain(Decoded.GitHub + "ABCDEFGH");
    }

    [Fact]
    public void Scan_PlainTextBehindACompressedStream_IsReadToo()
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write("aaaaaaaaaaaa"u8);
        }

        packed.Write(Encoding.ASCII.GetBytes(" then " + Decoded.Aws + " follows"));

        Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(packed.ToArray())) + "]").Only("aws_access_key").Location.ShouldBe("[0][base64]");
    }

    [Fact]
    public void Scan_CompressedRunWithAWrongChecksum_IsLookedInto()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(Encoding.ASCII.GetBytes("key " + Decoded.Aws + " follows"));
        }

        var bytes = packed.ToArray();
        bytes[^8] ^= 1;
        Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(bytes)) + "]").Only("aws_access_key");
    }

    [Fact]
    public void Scan_TwoValuesInOneCompressedRun_AreTwoFindings()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(Encoding.ASCII.GetBytes($"secret = \"q7Zx9vK2mP4sT6wY\"\ncallback={Decoded.GitHub.Replace("_", "%5F", StringComparison.Ordinal)}%20"));
        }

        var index = TestRules.Index(Generic, TestRules.All.Single(rule => rule.Name == "github_token"));
        Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(packed.ToArray())) + "]", index: index).Findings.Select(finding => finding.Type).Order()
            .ShouldBe(["generic", "github_token"]);
    }

    [Fact]
    public void Scan_TestKeyInsideALongerSecret_DoesNotHideTheRest()
    {
        var validators = new Dictionary<string, LumenArgus.Abstractions.Plugin.IRuleValidator>(StringComparer.Ordinal) { ["test"] = new TestMode() };
        var index = LumenArgus.Scanning.Rules.RuleIndex.Build([Generic, TestKey], validators, new LumenArgus.Scanning.Rules.RuleIndexOptions()).Index;

        var findings = Decoded.Run("[" + Decoded.Json("secret = \"q7Zx9vK2mP4sT6wY8bN1cD3f.sk_test_Zk3vQ9xT7bLm2RwY8nPcJ5hG\"") + "]", index: index).Findings;

        findings.Select(finding => (finding.Type, finding.Severity)).OrderBy(each => each.Type).ShouldBe([("generic", Severity.High), ("test_key", Severity.Warning)]);
    }

    [Theory]
    [InlineData("_example")]
    [InlineData("-placeholder")]
    public void Scan_TokenWithAWordGluedToIt_StaysSevere(string suffix) =>
        TestRules.Index(TestRules.Rule("rule", "tok_[A-Za-z0-9_-]{36,}") with { Severity = Severity.Critical })
            .Scan("tok_4kT9sWq2Xb7Lm1Zr8Vn5Hc3Jd6Pf0GyA2eU8" + suffix).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);

    private sealed class TestMode : LumenArgus.Abstractions.Plugin.IRuleValidator
    {
        public string Name => "test";

        public bool IsValid(ReadOnlySpan<char> value) => true;

        public Verdict Judge(ReadOnlySpan<char> value) => Verdict.Test;
    }
}
