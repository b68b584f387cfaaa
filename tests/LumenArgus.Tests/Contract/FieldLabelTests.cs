using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Contract;

public sealed class FieldLabelTests
{
    [Theory]
    [InlineData("system", "system")]
    [InlineData("a.b", "a|b")]
    [InlineData("turns[].parts[][].text", "turns|[]|parts|[]|[]|text")]
    [InlineData("[].x", "[]|x")]
    [InlineData("a.*.c", "a|*|c")]
    [InlineData("*[]", "*|[]")]
    [InlineData("**.upload", "**|upload")]
    public void Path_Parts_AreRead(string path, string expected) => string.Join('|', new FieldLabel(path, FieldRole.User).Segments).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("a.[]")]
    [InlineData("a[0]")]
    [InlineData("a[")]
    [InlineData("a*")]
    [InlineData("**")]
    [InlineData("a.**.b")]
    [InlineData("**.a.b")]
    [InlineData("**.*")]
    [InlineData("**[].a")]
    public void Path_ThatIsNone_IsRefused(string path) => Should.Throw<ArgumentException>(() => new FieldLabel(path, FieldRole.User)).Message.ShouldContain("is no path of a label");

    [Fact]
    public void Path_Endless_IsRefused() => Should.Throw<ArgumentException>(() => new FieldLabel(string.Join('.', Enumerable.Repeat("a", 33)), FieldRole.User));
}
