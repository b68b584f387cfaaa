using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Tests.Scanning.Decoding;

/// <summary>What stands in a table is read with the name of its column, and what a terminal colours without the colours.</summary>
public sealed class TableTests
{
    private const string Value = "q7Zx9vK2mP4sT6wY";

    private static readonly LumenArgus.Scanning.Rules.RuleIndex Index = TestRules.Index(TestRules.Rule("named", "secret: (\\S{16,64})") with { SecretGroup = 1, Generic = true });

    [Theory]
    [InlineData("name,secret\nme,#\nyou,x")]
    [InlineData("the export:\n\"name\";\"secret\"\n\"me\";\"other\"\n\"you\";\"#\"\n")]
    [InlineData("secret\tname\r\n#\tme\r\n")]
    [InlineData("id,secret,note\n1,#,\"a, b\"")]
    [InlineData("| name | secret |\n|---|---|\n| me | # |")]
    [InlineData("text before\n| name | secret |\n|:-----|-----:|\n| me | `#` |\ntext behind")]
    [InlineData("name | secret\n--- | ---\nme | #")]
    [InlineData("+------+----+\n| name | secret |\n+------+----+\n| me | # |\n+------+----+")]
    [InlineData(" name | secret\n------+-------\n me | #\n(1 row)")]
    [InlineData("name  secret\n----  ------\nme    #")]
    [InlineData("INSERT INTO keys (id, user_id, secret) VALUES (1, 7, '#');")]
    [InlineData("insert into `keys` (`id`,`secret`)\nvalues\n  (1, 'it''s (other)'),\n  (2, N'#'), (3, NULL)")]
    [InlineData("INSERT INTO [keys] ([secret], [name]) VALUES ('#', 'me')")]
    [InlineData("COPY public.keys (id, name, secret, created) FROM stdin;\n1\tci\t\\N\tnow\n2\tcd\t#\tnow\n\\.\n")]
    public void Scan_CellOfATable_IsFoundWithTheNameOfItsColumn(string table)
    {
        var result = Decoded.Run("[" + Decoded.Json(table.Replace("#", Value, StringComparison.Ordinal)) + "]", index: Index);
        var finding = result.Only("named");

        (finding.Location, finding.Count, result.Raw(finding)).ShouldBe(("[0][table]", 1, Value));
    }

    [Theory]
    [InlineData("name,secret\n#,me")]
    [InlineData("| name | secret |\n|---|---|\n| # | me |")]
    [InlineData("call(name, secret)\ncall(#, #)")]
    [InlineData("a sentence about a secret -- with dashes\nand #")]
    [InlineData("name,secret\n\nme,#")]
    [InlineData("INSERT INTO keys (secret, name) VALUES (1, '#');")]
    [InlineData("the values (name, secret) values are '#'")]
    [InlineData("COPY public.keys (secret, name) FROM stdin;\n1\t#\n\\.\nme\t#")]
    public void Scan_CellOfAnotherColumn_IsNoFinding(string table) =>
        Decoded.Run("[" + Decoded.Json(table.Replace("#", Value, StringComparison.Ordinal)) + "]", index: Index).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("""{"name":"secret","value":"#"}""")]
    [InlineData("""[{"enabled":true,"value":"#","key":"secret"}]""")]
    [InlineData("""{"outputs":{"secret":{"sensitive":true,"value":"#"}}}""")]
    [InlineData("""{"secret":{"type":"string","default":"#"}}""")]
    public void Scan_ValueOfAnEntry_IsFoundWithItsName(string body)
    {
        var result = Decoded.Run(body.Replace("#", Value, StringComparison.Ordinal), index: Index);

        result.Raw(result.Only("named")).ShouldBe(Value);
    }

    [Fact]
    public void Scan_LongTable_CostsNoMoreThanItsCells()
    {
        var rows = string.Concat(Enumerable.Range(0, 5000).Select(static i => $"{i},{Value}{i},note\n"));
        var result = Decoded.Run("[" + Decoded.Json("id,secret,note\n" + rows) + "]", index: Index);

        result.Counters.ViewBytes.ShouldBeLessThan(2 * result.Document.Body.Length);
        result.Findings.Count.ShouldBe(5000);
    }

    [Fact]
    public void Scan_ColouredToken_IsFoundWithItsPlace()
    {
        var result = Decoded.Run("[" + Decoded.Json($"token \u001b[1;32m{Decoded.GitHub}\u001b[0m ok") + "]");

        result.Raw(result.Only("github_token")).ShouldBe(Decoded.GitHub);
    }

    [Theory]
    [InlineData("ghp_4kT9sWq2Xb7Lm1Z\u001b[0mr8Vn5Hc3Jd6Pf0GyA2eU8")]
    [InlineData("\\u001b[32mghp_4kT9sWq2Xb7Lm1Zr8Vn5Hc3Jd6Pf0GyA2eU8\\u001b[0m")]
    public void Scan_TokenWithControlSequences_IsFound(string text) =>
        Decoded.Run("[" + Decoded.Json(text) + "]").Only("github_token").Value.Reveal().SequenceEqual(Decoded.GitHub).ShouldBeTrue();

    [Fact]
    public void Scan_TablesSwitchedOff_AreNotRead() =>
        Decoded.Run("[" + Decoded.Json($"name,secret\nme,{Value}") + "]", DecodeOptions.Off, Index).Findings.ShouldBeEmpty();

    // A quadratic step would take minutes.
    [Theory]
    [InlineData("(secret) values ")]
    [InlineData("(secret) values (")]
    [InlineData("(secret) values ('")]
    [InlineData(") values FROM stdin (a,")]
    public void Scan_ManyStatementsWithoutRows_AreReadInOneGo(string pump) =>
        Decoded.Run("[" + Decoded.Json(string.Concat(Enumerable.Repeat(pump, 4_000_000 / pump.Length))) + "]", index: Index).Findings.ShouldBeEmpty();
}
