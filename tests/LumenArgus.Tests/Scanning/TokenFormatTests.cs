using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules.Formats;

namespace LumenArgus.Tests.Scanning;

public sealed class TokenFormatTests
{
    [Theory]
    [InlineData("tok_<hex:32>")]
    [InlineData("<live|test>_<alnum:24-32>")]
    [InlineData("v1.<base64url:20+>")]
    [InlineData("<digit:8-10>:AA<[A-Z0-9_-]:33>")]
    [InlineData("id-<uuid>")]
    [InlineData("gh_<alnum:30><crc32-base62:6>")]
    [InlineData("a(b)[c]{d}.e|<upperalnum:16>")]
    public void ToPattern_GeneratedTokens_AreFoundWhole(string format)
    {
        var parsed = TokenFormat.TryParse(format, out _)!;
        var index = TestRules.Index(TestRules.Rule("rule", "") with { Format = format, Keywords = format[0] == '<' && !format.Contains('|') ? [":AA"] : [] });
        for (var seed = 0; seed < 50; seed++)
        {
            var token = parsed.Generate(new Random(seed));
            index.Scan($"x = \"{token}\";").ShouldHaveSingleItem().Value.Reveal().ToString().ShouldBe(token);
        }
    }

    [Theory]
    [InlineData("<name:datadog|dd+api key|app key><hex:32>")]
    [InlineData("<name:initech+token><base64url:20-24>")]
    public void ToPattern_GeneratedNamedValues_AreFound(string format)
    {
        var index = TestRules.Index(TestRules.Rule("rule", "") with { Format = format });
        for (var seed = 0; seed < 50; seed++)
        {
            var text = TokenFormat.TryParse(format, out _)!.Generate(new Random(seed));
            var value = index.Scan(text + "\n").ShouldHaveSingleItem().Value.Reveal();
            text.TrimEnd(';').TrimEnd('"', '\'').EndsWith(value, StringComparison.Ordinal).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("tok_<hex:32>")]
    [InlineData("<name:datadog|dd+api key|app key><hex:32>")]
    [InlineData("v1.<base64url:20+>")]
    [InlineData("key_<live|test>_<alnum:24-32>")]
    public void NearMisses_OfAFormat_AreNotFound(string format)
    {
        var index = TestRules.Index(TestRules.Rule("rule", "") with { Format = format });

        TokenFormat.TryParse(format, out _)!.NearMisses(new Random(1)).ToArray().ShouldAllBe(text => index.Scan(text).Count == 0);
    }

    [Fact]
    public void Generate_Checksum_IsThatOfTheIssuer()
    {
        // The issuer's own published example, its body drawn from a class of one letter each.
        const string Body = "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ";
        var format = "ghp_" + string.Concat(Body.Select(letter => $"<[{letter}]:1>")) + "<crc32-base62:6>";

        TokenFormat.TryParse(format, out _)!.Generate(new Random(0)).ShouldBe("ghp_" + Body + "0mLq17");
    }

    [Theory]
    [InlineData("tok_<hex>", "expected a number")]
    [InlineData("tok_<hex:0>", "expected a number")]
    [InlineData("tok_<roman:3>", "there is no set 'roman'")]
    [InlineData("tok_<hex:3", "missing >")]
    [InlineData("", "at least one character")]
    public void TryParse_Malformed_SaysWhat(string format, string message)
    {
        TokenFormat.TryParse(format, out var error).ShouldBeNull();
        error.ShouldContain(message);
    }
}
