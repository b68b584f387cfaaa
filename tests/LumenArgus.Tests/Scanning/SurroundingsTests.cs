using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Tests.Scanning;

public sealed class SurroundingsTests
{
    [Theory]
    [InlineData("export AWS_SECRET=<>", "export AWS_SECRET=pre****")]
    [InlineData("first line\n  client = new Client(\"<>\");\nlast line", "client = … Client(\"pre****\");")]
    [InlineData("a\r\n\tcurl -H 'Authorization: Bearer <>' \\\r\nb", "curl -H 'Authorization: … pre****' \\")]
    [InlineData("{\"name\": \"build agent\", \"apiKey\": \"<>\"}", "{\"name\": \"…\", \"apiKey\": \"pre****\"}")]
    [InlineData("GET https://host.example/path?key=<>&token=x", "GET https://host.example/…?key=pre****&token=…")]
    [InlineData("{'apiKey' : '<>', 'region' : 'west'}", "{'apiKey' : 'pre****', 'region' : '…'}")]
    [InlineData("git clone https://me:<>@host.example", "git clone https://me:pre****@….example")]
    public void Of_ALine_KeepsWordsAndSigns(string text, string line) => Of(text).ShouldBe(line);

    [Theory]
    [InlineData("user=hunter token=<>", "hunter")]
    [InlineData("password = \"correct horse\", token = \"<>\"", "horse")]
    [InlineData("passphrase: 'correct horse <>", "correct")]
    [InlineData("Sommer2024 <>", "Sommer")]
    [InlineData("mail jane@corp.example <>", "jane")]
    [InlineData("<> and kdjfhgkdjfhgkdjfhgqq", "kdjf")]
    [InlineData("ABCDEF+GHIJKLM/<>", "GHIJ")]
    [InlineData("uKeCxyFjFogr <>", "uKeC")]
    [InlineData("MUOI%pQ@#MUOI!X <>", "MUOI")]
    [InlineData("set(\"production\", \"<>\")", "production")]
    [InlineData("use 'production' and <>", "production")]
    [InlineData("пароль <>", "пар")]
    [InlineData("a\u001b[31m <>", "\u001b")]
    public void Of_WhatCouldBeAValue_IsLeftOut(string text, string value)
    {
        var line = Of(text).ShouldNotBeNull();

        line.ShouldContain("pre****");
        line.ShouldNotContain(value);
    }

    [Fact]
    public void Of_CutWords_AreLeftOut() =>
        Of(new string('x', 200) + "secret " + new string('y', 70) + " <> " + new string('z', 30) + " abcdefghijklm").ShouldBe("… … pre**** … …");

    [Fact]
    public void Of_OtherValues_AreLeftOutWhateverTheyAreMadeOf() =>
        Of("the words apple banana cherry <> before damson elder", "apple banana cherry", "damson").ShouldBe("the words … pre**** before … elder");

    [Fact]
    public void Of_AnotherValueAroundIt_IsLeftOut() => Of("see scheme://jane:<>@somewhere now", "scheme://jane:VALUE@somewhere").ShouldBe("see …pre****… now");

    [Theory]
    [InlineData("<>")]
    [InlineData("before\n<>\nbehind")]
    public void Of_AValueAlone_IsNothing(string text) => Of(text).ShouldBeNull();

    private static string? Of(string text, params string[] others)
    {
        var whole = text.Replace("<>", "VALUE", StringComparison.Ordinal);
        return Surroundings.Of(Encoding.UTF8.GetBytes(whole), Place(whole, "VALUE"), "pre****", [.. others.Select(other => Place(whole, other))]);
    }

    private static ByteSpan Place(string text, string part) =>
        new(Encoding.UTF8.GetByteCount(text.AsSpan(0, text.IndexOf(part, StringComparison.Ordinal))), Encoding.UTF8.GetByteCount(part));
}
