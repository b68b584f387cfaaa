using System.Runtime.Intrinsics;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Tests.Scanning;

/// <summary>The end of a text is loaded without what lies behind it, wherever in a page it ends.</summary>
public sealed class TextBlockTests
{
    [Fact]
    public void Load_EachLengthAtEachPlaceOfAPage_IsTheTextAndTheFilling()
    {
        const byte Filling = (byte)' ';
        var memory = new byte[3 * 4096];
        new Random(7).NextBytes(memory);
        var expected = new byte[TextBlock.Bytes];
        var actual = new byte[TextBlock.Bytes];
        for (var start = 0; start < 2 * 4096; start++)
        {
            var length = start % (TextBlock.Bytes + 1);
            expected.AsSpan().Fill(Filling);
            memory.AsSpan(start, length).CopyTo(expected);

            TextBlock.Load(memory.AsSpan(start, length), 0, Filling).CopyTo(actual);

            actual.ShouldBe(expected, $"{length} bytes at {start}");
        }
    }
}
