using System.Text;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Tests.Scanning;

/// <summary>Where a string ends and what its text is does not depend on how many bytes are looked at at once.</summary>
public sealed class StringTextTests
{
    private static readonly string[] Parts = ["a", "0123456789", "\\n", "\\t", "\\\\", "\\\"", "\\/", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\u12", "\\x", "é", "\\b\\f\\r", new('x', 61)];

    [Fact]
    public void Find_RandomStrings_EndsAtTheFirstQuoteThatIsNotEscaped()
    {
        var random = new Random(1);
        for (var round = 0; round < 5000; round++)
        {
            var body = Encoding.UTF8.GetBytes(new string(random.GetItems<char>("aaaa\\\"", random.Next(200))) + new string('b', random.Next(80)));
            var expected = 0;
            while (expected < body.Length && body[expected] != '"')
            {
                expected += body[expected] == '\\' ? 2 : 1;
            }

            expected = expected < body.Length ? expected : -1;

            StringEnd.Find(body, 0, out var hasEscapes).ShouldBe(expected, $"round {round}");
            hasEscapes.ShouldBe(body.AsSpan(0, expected < 0 ? body.Length : expected).Contains((byte)'\\'), $"round {round}");
        }
    }

    [Fact]
    public void WriteBlocks_RandomStrings_WritesWhatIsWrittenPieceByPiece()
    {
        if (!EscapedBlock.IsSupported)
        {
            return;
        }

        var random = new Random(2);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(random.GetItems(Parts, random.Next(120)));
            var raw = Encoding.UTF8.GetBytes(text + "\"" + new string('\\', random.Next(100)));
            var length = Encoding.UTF8.GetByteCount(text);
            var (blocks, pieces) = (new FieldTable(raw), new FieldTable(raw));
            var (fast, slow) = (new byte[raw.Length + 64], new byte[raw.Length + 64]);

            var written = StringUnescaper.WriteBlocks(blocks, raw, length, fast);

            written.ShouldBe(StringUnescaper.WritePieces(pieces, raw.AsSpan(0, length), slow), $"round {round}");
            fast.AsSpan(0, written).SequenceEqual(slow.AsSpan(0, written)).ShouldBeTrue($"round {round}");
            blocks.Return(clear: false);
            pieces.Return(clear: false);
        }
    }
}
