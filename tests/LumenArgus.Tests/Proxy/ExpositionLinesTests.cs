using LumenArgus.Proxy.Control;

namespace LumenArgus.Tests.Proxy;

public class ExpositionLinesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a 1")]
    [InlineData("# a comment\n\na{} 1\n")]
    [InlineData("# HELP a of something\n# TYPE a counter\na{b=\"c\",d=\"e\\\"\\\\\\n\",} 1.5e3 1700000000000\n")]
    [InlineData("a_bucket{le=\"+Inf\"} +Inf\na:b NaN\n")]
    public void Read_TextFormat_IsRight(string text) => ExpositionLines.Read(text).Problem.ShouldBeNull();

    [Theory]
    [InlineData("a")]
    [InlineData("1a 1")]
    [InlineData("a x")]
    [InlineData("a{b} 1")]
    [InlineData("a{b=\"c} 1")]
    [InlineData("a{b=\"\\x\"} 1")]
    [InlineData("a{b=\"c\" d=\"e\"} 1")]
    [InlineData("a 1 x")]
    [InlineData("# TYPE a thing")]
    [InlineData("<html>")]
    public void Read_AnythingElse_IsWrong(string text) => ExpositionLines.Read(text).Problem.ShouldBe("line 1 is not in the text format");

    [Fact]
    public void Read_Names_AreThoseOfSamplesAndTypes() =>
        ExpositionLines.Read("# TYPE a counter\nb 1\n# of a TYPE\n").Names.ShouldBe(["a", "b"], ignoreOrder: true);
}
