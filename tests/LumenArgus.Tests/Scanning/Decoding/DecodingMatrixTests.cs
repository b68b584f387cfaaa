using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Tests.Scanning.Decoding;

public class DecodingMatrixTests
{
    public static TheoryData<string> Names() => [.. Encoders.All.Keys];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var outer in Encoders.All.Keys.Where(IsOuter))
        {
            foreach (var inner in Encoders.All.Keys)
            {
                pairs.Add(outer, inner);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scan_EncodedToken_IsFoundWithItsPlaceAndChain(string encoding)
    {
        var (chain, encode) = Encoders.All[encoding];
        foreach (var (token, type) in new[] { (Decoded.Aws, "aws_access_key"), (Decoded.GitHub, "github_token") })
        {
            var encoded = encode(token);
            var result = Decoded.Run($$"""{"messages":[{"role":"user","content":{{Decoded.Json("see this: " + encoded + " ok")}}}]}""");
            var finding = result.Only(type);

            (finding.Value.Reveal().SequenceEqual(token)).ShouldBeTrue();
            finding.Location.ShouldBe("messages[0].content" + chain);
            var raw = JsonText(result.Raw(finding));
            raw.Length.ShouldBeGreaterThan(token.Length - 1);
            encoded.Contains(raw, StringComparison.Ordinal).ShouldBeTrue();
            Decoded.Run("[" + Decoded.Json(encoded) + "]", DecodeOptions.Off).Findings.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scan_SpanOfAnEncodedToken_IsExactlyItsUnits(string encoding)
    {
        var (chain, encode) = Encoders.All[encoding];
        var encoded = encode(Decoded.GitHub);
        var result = Decoded.Run("[" + Decoded.Json(encoded) + "]");
        var raw = result.Raw(result.Only("github_token"));

        // What is left without the span holds no token any more, and what is in it does.
        var body = System.Text.Encoding.UTF8.GetString(result.Document.Body.Span);
        Decoded.Run(body.Replace(raw, "", StringComparison.Ordinal)).Findings.ShouldBeEmpty();
        if (!chain.Contains("gzip", StringComparison.Ordinal) && !encoding.Contains("glued", StringComparison.Ordinal)
            && !encoding.Contains("lines", StringComparison.Ordinal))
        {
            Decoded.Run("[\"" + raw + "\"]").Only("github_token").Value.Reveal().SequenceEqual(Decoded.GitHub).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Scan_NestedPair_IsFoundWithTheWholeChain(string outer, string inner)
    {
        var encoded = Encoders.All[outer].Encode("say " + Encoders.All[inner].Encode(Decoded.GitHub) + " !");
        var result = Decoded.Run("[" + Decoded.Json(encoded) + "]");
        var finding = result.Only("github_token");

        finding.Value.Reveal().SequenceEqual(Decoded.GitHub).ShouldBeTrue();
        finding.Location.ShouldBe("[0]" + Encoders.All[outer].Chain + Encoders.All[inner].Chain);
        encoded.Contains(JsonText(result.Raw(finding)), StringComparison.Ordinal).ShouldBeTrue();
        Decoded.Run("[" + Decoded.Json(encoded) + "]", new DecodeOptions { MaxDepth = 1 }).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("base64", "Base64")]
    [InlineData("gzip in base64", "Base64")]
    [InlineData("hex", "Hex")]
    [InlineData("hex colons", "Hex")]
    [InlineData("percent", "Url")]
    [InlineData("quoted-printable", "Url")]
    [InlineData("unicode", "Unicode")]
    [InlineData("html hex", "Unicode")]
    public void Scan_EncodingSwitchedOff_FindsNothing(string encoding, string option)
    {
        var body = "[" + Decoded.Json(Encoders.All[encoding].Encode(Decoded.GitHub)) + "]";
        var options = option switch
        {
            "Base64" => new DecodeOptions { Base64 = false },
            "Hex" => new DecodeOptions { Hex = false },
            "Url" => new DecodeOptions { Url = false },
            _ => new DecodeOptions { Unicode = false },
        };

        Decoded.Run(body, options).Findings.ShouldBeEmpty();
        Decoded.Run(body).Findings.ShouldNotBeEmpty();
    }

    // These leave most of the text as it is, so that the inner encoding is seen without them.
    private static bool IsOuter(string name) =>
        !name.Contains("some", StringComparison.Ordinal) && !name.Contains("lines", StringComparison.Ordinal) && !name.Contains("url", StringComparison.Ordinal);

    private static string JsonText(string raw) => System.Text.Json.JsonSerializer.Deserialize("\"" + raw + "\"", TestJson.Default.String)!;
}
