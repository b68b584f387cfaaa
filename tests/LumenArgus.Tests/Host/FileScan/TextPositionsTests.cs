using System.Text;
using LumenArgus.Host.FileScan;

namespace LumenArgus.Tests.Host.FileScan;

public sealed class TextPositionsTests
{
    [Theory]
    [InlineData("abc", 0, 1, 1)]
    [InlineData("abc", 3, 1, 4)]
    [InlineData("a\nbc", 2, 2, 1)]
    [InlineData("a\r\nbc\n\nd", 4, 2, 2)]
    [InlineData("a\r\nbc\n\nd", 7, 4, 1)]
    [InlineData("é😀x", 2, 1, 2)]
    [InlineData("é😀x", 6, 1, 4)]
    [InlineData("\uFEFFab", 3, 1, 1)]
    [InlineData("\uFEFFab", 4, 1, 2)]
    public void Find_Offset_IsLineAndUtf16Column(string text, int offset, int line, int column) =>
        TextPositions.Find(Encoding.UTF8.GetBytes(text), [offset])[offset].ShouldBe(new TextPosition(line, column));

    [Fact]
    public void Find_OffsetsInAnyOrder_AreAllFound()
    {
        var places = TextPositions.Find("ab\ncd\nef"u8, [7, 0, 4, 4, 8]);

        places[0].ShouldBe(new TextPosition(1, 1));
        places[4].ShouldBe(new TextPosition(2, 2));
        places[7].ShouldBe(new TextPosition(3, 2));
        places[8].ShouldBe(new TextPosition(3, 3));
    }
}
