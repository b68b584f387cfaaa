using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Mcp;

namespace LumenArgus.Tests.Scanning.Mcp;

public sealed class McpBodyTests
{
    // Every way to write a call of the tool "rm" that a server could read as one.
    public static TheoryData<string> Calls =>
    [
        """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm","arguments":{}}}""",
        """{"params":{"arguments":{"a":"b"},"name":"rm"},"method":"tools/call","id":1,"jsonrpc":"2.0"}""",
        """  {  "jsonrpc" : "2.0" ,"method" :"tools/call" , "params": { "name" :  "rm" } }  """,
        "\t{\r\n\"jsonrpc\":\"2.0\",\r\n\"method\":\r\n\"tools/call\",\"params\":{\"name\":\"rm\"}}\r\n",
        "\uFEFF" + """{"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm"}}""",
        """{"jsonrpc":"2.0","method":"tools\/call","params":{"name":"rm"}}""",
        """{"jsonrpc":"2.0","method":"\u0074ools/call","params":{"name":"\u0072m"}}""",
        """{"jsonrpc":"2.0","m\u0065thod":"tools/call","p\u0061rams":{"n\u0061me":"rm"}}""",
        """{"method":"tools/call","params":{"name":"rm"}}""",
        """{"jsonrpc":"1.0","method":"tools/call","params":{"name":"rm"}}""",
        """{"jsonrpc":"2.0","method":"ping","method":"tools/call","params":{"name":"rm"}}""",
        """{"jsonrpc":"2.0","method":"tools/call","method":"ping","params":{"name":"rm"}}""",
        """{"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm","name":"ls"}}""",
        """{"jsonrpc":"2.0","method":"tools/call","params":{"name":"ls","name":"rm"}}""",
        """{"jsonrpc":"2.0","method":"tools/call","params":{"name":"ls"},"params":{"name":"rm"}}""",
        """{"jsonrpc":"2.0","METHOD":"tools/call","Params":{"NAME":"rm"}}""",
        """{"jsonrpc":"2.0","method":"tools/call","param\u017f":{"name":"rm"}}""",
        """[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"rm"}}]""",
        """[[],1,{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"rm"}}]""",
        """{"jsonrpc":"2.0","id":1,"method":"ping"}{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"rm"}}""",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n{\"method\":\"tools/call\",\"params\":{\"name\":\"rm\"}}",
        """{"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm",},}""",
        """{"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm"}} and more""",
        """{"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm"}""",
        """{"jsonrpc":"2.0","x":{"method":"ping"},"method":"tools/call","params":{"_meta":{"name":"ls"},"name":"rm"}}""",
    ];

    // What only looks like one.
    public static TheoryData<string> Others =>
    [
        "",
        "tools/call rm",
        "\"tools/call\"",
        """{"model":"m","messages":[{"role":"user","content":"call {\"method\":\"tools/call\",\"params\":{\"name\":\"rm\"}}"}]}""",
        """{"messages":[{"method":"tools/call","params":{"name":"rm"}}]}""",
        """{"a":{"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm"}}}""",
        """[[{"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm"}}]]""",
        """{"tools/call":"method","params":{"name":"rm"}}""",
        """{"method":["tools/call"],"params":{"name":"rm"}}""",
        """{"method":"tools/call ","params":{"name":"rm"}}""",
        """{"method":"Tools/Call","params":{"name":"rm"}}""",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Read_ACallInAnyDress_NamesTheTool(string body) => Tools(body).ShouldContain("rm");

    [Theory]
    [MemberData(nameof(Others))]
    public void Read_WhatOnlyLooksLikeACall_IsNone(string body) => Read(body).ShouldBeNull();

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"method":"tools/call","name":"rm"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"tools/call"}]}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///tools/call"}}""")]
    public void Read_AnotherMessage_IsOfTheProtocolWithoutACall(string body) => Tools(body).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call","params":["rm"]}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call","params":"rm"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call","params":{"name":7}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call","params":{"arguments":{"name":"rm"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call","name":"rm"}""")]
    public void Read_ACallWithoutAName_CallsTheEmptyOne(string body) => Tools(body).ShouldBe([""]);

    [Fact]
    public void Read_ABatch_CountsTheCallsOfEachTool()
    {
        var body = Read("""
            [{"jsonrpc":"2.0","method":"tools/call","params":{"name":"ls"}},{"jsonrpc":"2.0","method":"tools/call","params":{"name":"rm"}},
             {"jsonrpc":"2.0","method":"tools/call","params":{"name":"ls"}},{"jsonrpc":"2.0","method":"tools/call"}]
            """)!;
        body.IsBatch.ShouldBeTrue();
        body.Calls.OrderBy(static call => call.Tool, StringComparer.Ordinal).ShouldBe([new McpCall("", 1), new McpCall("ls", 2), new McpCall("rm", 1)]);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("\"1\"", "\"1\"")]
    [InlineData(" \n -2.5e3 ", "-2.5e3")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("null", "null")]
    [InlineData("\"a\\\"b\\u0041\"", "\"a\\\"b\\u0041\"")]
    [InlineData("\"}],\"", "\"}],\"")]
    [InlineData("{\"a\":1}", null)]
    [InlineData("[1]", null)]
    [InlineData("NaN", null)]
    [InlineData("01x", null)]
    public void Read_AnIdentifier_IsKeptAsItStandsThere(string id, string? kept) =>
        Read($$"""{"jsonrpc":"2.0","id":{{id}},"method":"ping"}""")!.Ids.ShouldBe(kept is null ? [] : [kept]);

    [Fact]
    public void Read_IdentifiersOfABatch_AreThoseOfItsMessagesInOrder() =>
        Read("""[{"id":3,"jsonrpc":"2.0","method":"a","params":{"id":9}},{"jsonrpc":"2.0","method":"b"},{"jsonrpc":"2.0","id":"x","id":"y"}]""")!
            .Ids.ShouldBe(["3", "\"y\""]);

    [Fact]
    public void Read_ManyIdentifiers_KeepsTheFirst() =>
        Read("[" + string.Join(',', Enumerable.Range(0, 5000).Select(static i => $$"""{"jsonrpc":"2.0","id":{{i}}}""")) + "]")!.Ids.Length.ShouldBe(1000);

    [Fact]
    public void Read_ALongName_IsCutAndIsNoOther()
    {
        var name = new string('a', 100_000);
        var call = Read($$$"""{"method":"tools/call","params":{"name":"{{{name}}}"}}""")!.Calls.ShouldHaveSingleItem();
        call.Tool.Length.ShouldBeLessThan(2000);
        call.Tool.ShouldEndWith("…");
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call","params":{"name":"a","arguments":{"b":[{"c":"find me"}]}}}""", "mcp.tools/call.a.arguments.b[0].c")]
    [InlineData("""[1,{"method":"tools/call","params":{"arguments":{"b":"find me"},"name":"x/y.z-1"}}]""", "mcp.tools/call.x/y.z-1.arguments.b")]
    [InlineData("""{"method":"tools/call","params":{"name":"a b","arguments":{"b":"find me"}}}""", "mcp.tools/call.[*].arguments.b")]
    [InlineData("""{"method":"tools/call","params":{"arguments":{"b":"find me"}}}""", "mcp.tools/call.[*].arguments.b")]
    [InlineData("""{"method":"tools/call","params":{"name":"a","arguments":["find me"]}}""", "mcp.tools/call.a.arguments[0]")]
    public void Read_Arguments_HaveARoleAndAPlaceOfTheirOwn(string body, string path)
    {
        using var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        McpBody.Read(document).ShouldNotBeNull();
        var batch = new ScanBatch(document, "p", null, SessionContext.Empty);
        var field = 0;
        while (!batch[field].Text.SequenceEqual("find me"))
        {
            field++;
        }

        (batch[field].Path, batch[field].Role).ShouldBe((path, FieldRole.ToolCall));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    public void Read_CallInAWiderEncoding_IsOne(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"delete_file"}}""")];
        using var document = BodyDocument.Parse(bytes);

        var body = McpBody.Read(document).ShouldNotBeNull();
        (body.Ids.ShouldHaveSingleItem(), body.Calls.ShouldHaveSingleItem().Tool).ShouldBe(("7", "delete_file"));
    }

    // A quadratic step would take hours.
    [Theory]
    [InlineData("""{"method":"tools/call","params":{"name":"a","arguments":{"a":1}}},""", true)]
    [InlineData("""{"id":1,"method":"tools/call","params":{"name":"a"},"params":{"name":"b"}},""", true)]
    [InlineData("[", false)]
    [InlineData("{\"params\":", false)]
    [InlineData("{\"id\":1},", false)]
    public void Read_AHugeBody_IsReadInOneGo(string pump, bool hasCalls)
    {
        var body = string.Concat(Enumerable.Repeat(pump, 5_000_000 / pump.Length));
        (Read("[" + body) is not null).ShouldBe(hasCalls);
    }

    private static IEnumerable<string> Tools(string body) => Read(body).ShouldNotBeNull().Calls.Select(static call => call.Tool);

    private static McpBody? Read(string body)
    {
        using var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        return McpBody.Read(document);
    }
}
