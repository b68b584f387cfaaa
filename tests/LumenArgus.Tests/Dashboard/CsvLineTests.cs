using LumenArgus.Dashboard.Exports;

namespace LumenArgus.Tests.Dashboard;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r\n=1", "\"'\r\n=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("a\u0007b\u009bc", "abc")]
    [InlineData("\u0001=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("\u0000=1", "'=1")]
    [InlineData("\u007f+1+1", "'+1+1")]
    [InlineData("\u0085@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\u0001\t=1", "\"'\t=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u00a0=1", "'\u00a0=1")]
    [InlineData("\u200b=1", "'\u200b=1")]
    [InlineData("\ufeff-2+3", "'\ufeff-2+3")]
    [InlineData("\u0001-2.5", "-2.5")]
    [InlineData(" plain", " plain")]
    public void Of_Cell_IsTextInAnySpreadsheet(string cell, string expected) => CsvLine.Of([cell, "x"]).ShouldBe(expected + ",x\r\n");
}
