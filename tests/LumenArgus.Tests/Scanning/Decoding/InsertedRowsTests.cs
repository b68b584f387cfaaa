using System.Text;
using LumenArgus.Scanning.Decoding.Tables;

namespace LumenArgus.Tests.Scanning.Decoding;

/// <summary>The words behind the columns of a statement are found by two of their letters at a time.</summary>
public sealed class InsertedRowsTests
{
    private static readonly string[] Words = ["VALUES", "values", "FROM stdin"];

    private static readonly string[] Parts = [.. Words, "Values", "VALUE", "alues", "FROM stdi", "v....s", "V....S", "F....s", "v", "s", " ", "words and words", "é"];

    [Fact]
    public void NextPlace_RandomText_IsTheNextWordFromEachPosition()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(random.GetItems(Parts, random.Next(60)));
            var bytes = Encoding.Latin1.GetBytes(text);
            for (var position = 0; position <= text.Length; position += 1 + random.Next(5))
            {
                var expected = Words.Select(word => text.IndexOf(word, position, StringComparison.Ordinal)).Where(place => place >= 0).DefaultIfEmpty(text.Length).Min();

                InsertedRows.NextPlace(bytes, position).ShouldBe(expected, $"round {round}, position {position}");
            }
        }
    }
}
