using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Tests.Scanning.Decoding;

public class SeamTests
{
    private const string Head = "ghp_4kT9sWq2Xb7Lm1Z";
    private const string Tail = "r8Vn5Hc3Jd6Pf0GyA2eU8";

    [Theory]
    [InlineData("""["@","#"]""")]
    [InlineData("""["some text @","# and more"]""")]
    [InlineData("""["@\n","\n#"]""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":"the key: @"},{"type":"text","text":"#."}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"@"},{"role":"user","content":"# ok"}]}""")]
    [InlineData("""{"contents":[{"parts":[{"text":"@"},{"text":"#"}]}]}""")]
    public void Scan_TokenInTwoFields_IsFoundWithBothPlaces(string body)
    {
        var result = Decoded.Run(body.Replace("@", Head, StringComparison.Ordinal).Replace("#", Tail, StringComparison.Ordinal));
        var finding = result.Only("github_token");

        finding.Value.Reveal().SequenceEqual(Decoded.GitHub).ShouldBeTrue();
        finding.Count.ShouldBe(1);
        finding.Location.ShouldEndWith("[joined]");
        result.Raw(finding).ShouldBe(Head);
        result.Collector.Occurrences(finding).Select(result.Raw).ShouldBe([Head, Tail]);
        Decoded.Run(System.Text.Encoding.UTF8.GetString(result.Document.Body.Span), DecodeOptions.Off).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Scan_TokenInManyShortStrings_IsFoundWithAllPlaces()
    {
        var result = Decoded.Run("[" + string.Join(',', Decoded.GitHub.Chunk(3).Select(c => $"\"{new string(c)}\"")) + "]");

        result.Collector.Occurrences(result.Only("github_token")).Count.ShouldBe((Decoded.GitHub.Length + 2) / 3);
    }

    [Theory]
    [InlineData("""key = "@" + "#" """)]
    [InlineData("""key = "@"+"#";""")]
    [InlineData("key = '@' . '#'")]
    [InlineData("key = \"@\"\n  \"#\"")]
    [InlineData("key = \"@\" &\r\n \"#\"")]
    [InlineData("key = '@' || '#'")]
    [InlineData("key = \"@\" + b'#'")]
    [InlineData("key = \"@\" \\\n    \"#\"")]
    [InlineData("KEY=@\\\n#")]
    [InlineData("""{\"key\": \"@\" + \"#\"}""")]
    [InlineData("'@''#'")]
    [InlineData("key = `@` + `#`")]
    [InlineData("key = \"@\".concat(\"#\")")]
    [InlineData("key = [\"@\", \"#\"].join(\"\")")]
    [InlineData("key = \"\".join([\"@\", '#'])")]
    [InlineData("     1→key = \"@\" +\n     2→    \"#\"")]
    [InlineData("     1\tkey = (\"@\"\n     2\t       \"#\")")]
    [InlineData("12:key = \"@\" +\n13:    \"#\"")]
    [InlineData("12 | key = \"@\"\n13 |     + \"#\"")]
    [InlineData("+key = \"@\" +\n+    \"#\"")]
    [InlineData("-key = \"@\"\n-    + \"#\"")]
    [InlineData("     1→KEY=@\\\n     2→#")]
    [InlineData("key = \"@\"\nkey += \"#\"")]
    [InlineData("key = \"@\";\n    key += '#';")]
    [InlineData("     1→key = \"@\";\n     2→key += \"#\";")]
    [InlineData("$key = '@';\n$key .= '#';")]
    [InlineData("key = '@'\nkey << '#'")]
    [InlineData("key = '@' << '#'")]
    [InlineData("key = \"@\";\nkey = key + \"#\";")]
    [InlineData("KEY=\"@\"\nKEY=\"${KEY}#\"")]
    [InlineData("KEY=\"@\"\nKEY=\"$KEY\"\"#\"")]
    [InlineData("text.append(\"@\").append(\"#\")")]
    [InlineData("text.Append(\"@\");\n  text.Append(\"#\");")]
    [InlineData("key.push_str(\"@\");\nkey.push_str(\"#\");")]
    [InlineData("val key = \"@\".plus(\"#\")")]
    [InlineData("Dim key = \"@\" & _\r\n    \"#\"")]
    [InlineData("string.Concat(\"@\", \"#\")")]
    [InlineData("concat!(\"@\", \"#\")")]
    [InlineData("SELECT CONCAT('@', '#')")]
    [InlineData("key <- paste0(\"@\", \"#\")")]
    [InlineData("string.Join(\"\", \"@\", \"#\")")]
    [InlineData("$key = implode('', ['@', '#']);")]
    [InlineData("key = [\"@\", \"#\"].concat()")]
    [InlineData("key = ['@', '#'].join\n")]
    [InlineData("key = \"%s%s\" % (\"@\", \"#\")")]
    [InlineData("key = \"{}{}\".format(\"@\", \"#\")")]
    [InlineData("String.format(\"%s%s\", \"@\", \"#\")")]
    [InlineData("format!(\"{}{}\", \"@\", \"#\")")]
    [InlineData("auto key = std::string(\"@\") + \"#\";")]
    [InlineData("key = new String(\"@\") + new String(\"#\");")]
    [InlineData("key = QString(\"@\") + QStringLiteral(\"#\");")]
    [InlineData("let key = \"@\".to_string() + \"#\";")]
    [InlineData("let key = String::from(\"@\") + &\"#\";")]
    [InlineData("key = join(\"\", [\"@\", \"#\"])")]
    [InlineData("Key: !Join [\"\", [\"@\", \"#\"]]")]
    [InlineData("\"Fn::Join\": [\"\", [\"@\", \"#\"]]")]
    [InlineData("$key = -join('@', '#')")]
    [InlineData("$key = ('@', '#') -join ''")]
    public void Scan_TokenPutTogetherInCode_IsFound(string code)
    {
        var text = code.Replace("@", Head, StringComparison.Ordinal).Replace("#", Tail, StringComparison.Ordinal);
        var result = Decoded.Run("[" + Decoded.Json(text) + "]");
        var finding = result.Only("github_token");

        finding.Value.Reveal().SequenceEqual(Decoded.GitHub).ShouldBeTrue();
        finding.Location.ShouldBe("[0][joined]");
        var raw = result.Raw(finding);
        (raw.StartsWith(Head, StringComparison.Ordinal) && raw.EndsWith(Tail, StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void Scan_EncodedTextInTwoParts_IsJoinedAndDecoded()
    {
        var encoded = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Decoded.GitHub));
        var result = Decoded.Run($"""["{encoded[..25]}","{encoded[25..]}"]""");

        result.Only("github_token").Location.ShouldBe("[0][joined][base64]");
        result.Collector.Occurrences(result.Findings[0]).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""["123-45-","6789"]""")]
    [InlineData("""["4111 1111 1111","1111"]""")]
    [InlineData("""["secret = 'aB3dE6gH9jK2","mN5pQ8sT1vW4yZ7x'"]""")]
    [InlineData("""["someone","@example.com"]""")]
    [InlineData("""["the end.","The start"]""")]
    [InlineData("""{"a":"ghp_4kT9sWq2Xb7Lm1Z","b":"r8Vn5Hc3Jd6Pf0GyA2eU8"}""")]
    [InlineData("""[["ghp_4kT9sWq2Xb7Lm1Z"],["r8Vn5Hc3Jd6Pf0GyA2eU8"]]""")]
    [InlineData("""["ghp_4kT9sWq2Xb7Lm1Z is a start","and r8Vn5Hc3Jd6Pf0GyA2eU8 an end"]""")]
    [InlineData("""["x = 'ghp_4kT9sWq2Xb7Lm1Z', 'r8Vn5Hc3Jd6Pf0GyA2eU8'"]""")]
    [InlineData("""["x = ['ghp_4kT9sWq2Xb7Lm1Z', 'r8Vn5Hc3Jd6Pf0GyA2eU8'].join(', ')"]""")]
    [InlineData("""["x('ghp_4kT9sWq2Xb7Lm1Z', 'r8Vn5Hc3Jd6Pf0GyA2eU8')"]""")]
    [InlineData("""["x('ghp_4kT9sWq2Xb7Lm1Z'); y('r8Vn5Hc3Jd6Pf0GyA2eU8')"]""")]
    [InlineData("""["x = 'ghp_4kT9sWq2Xb7Lm1Z'; y = 'r8Vn5Hc3Jd6Pf0GyA2eU8'"]""")]
    [InlineData("""["f('ghp_4kT9sWq2Xb7Lm1Z') g('r8Vn5Hc3Jd6Pf0GyA2eU8')"]""")]
    [InlineData("""["x('ghp_4kT9sWq2Xb7Lm1Z') 'r8Vn5Hc3Jd6Pf0GyA2eU8'"]""")]
    [InlineData("""["x = ['', ['ghp_4kT9sWq2Xb7Lm1Z', 'r8Vn5Hc3Jd6Pf0GyA2eU8']]"]""")]
    public void Scan_PartsThatAreNoToken_FindsNothing(string body) =>
        Decoded.Run(body, index: TestRules.Index([.. TestRules.All])).Findings.Where(f => f.Type != "email").ShouldBeEmpty();

    [Fact]
    public void Scan_WholeTokenBesideASeam_IsFoundOnce()
    {
        var result = Decoded.Run($$"""["{{Decoded.GitHub}}","more"]""");

        result.Only("github_token").Location.ShouldBe("[0]");
        result.Findings[0].Count.ShouldBe(1);
    }
}
