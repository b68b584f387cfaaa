using System.Runtime.Intrinsics;
using System.Text;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Tests.Scanning;

/// <summary>The marks that a block of text has are those that its bytes have one by one, on every processor.</summary>
public sealed class BlockMarkTests
{
    private const int Block = BlockMarks.Block;

    [Fact]
    public void Read_EachByteValue_HasTheSameKindsInAllForms()
    {
        for (var first = 0; first < 256; first += Block)
        {
            var bytes = Enumerable.Range(first, Block).Select(value => (byte)value).ToArray();

            ByteKinds.Read(Vector512.Create(bytes), out var fast);
            ByteKinds.ReadHalves(Vector512.Create(bytes), out var halves);
            ByteKinds.ReadOneByOne(bytes, out var slow);

            Masks(fast).ShouldBe(Masks(slow));
            Masks(halves).ShouldBe(Masks(slow));
        }
    }

    [Theory]
    [InlineData("abcdefgh1")]
    [InlineData("aB1-/ ")]
    [InlineData("ab cd12")]
    [InlineData("1234 .-abcdef ()")]
    [InlineData("aB1!#\"=, ")]
    [InlineData("abcDEF:/")]
    [InlineData("ab1é$@ ")]
    public void Read_RandomText_MarksTheBlocksInWhichAMarkIsComplete(string alphabet)
    {
        var random = new Random(alphabet.Length);
        using var marks = new BlockMarks();
        for (var round = 0; round < 400; round++)
        {
            // Words of their own length, so that runs and gaps of all lengths come about.
            var text = new StringBuilder();
            for (var length = random.Next(300); text.Length < length;)
            {
                text.Append(random.Next(4) == 0 ? new string(alphabet[random.Next(alphabet.Length)], random.Next(20)) : new string(random.GetItems<char>(alphabet, random.Next(24))));
                text.Append(random.Next(3) == 0 ? " " : "");
            }

            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            marks.Read(bytes);

            foreach (var mark in Enum.GetValues<TextMark>().Where(mark => mark != TextMark.None))
            {
                var expected = Enumerable.Range(0, bytes.Length).Where(end => IsComplete(mark, bytes, end)).Select(end => end / Block).ToHashSet();
                marks.Has(mark).ShouldBe(expected.Count > 0, $"{mark} in text {round}");
                Zones(marks, mark, bytes.Length).ShouldBe(ExpectedZones(expected, bytes.Length), $"{mark} in text {round}");
            }
        }
    }

    [Fact]
    public void TryNextZone_LongText_GoesOverTheBordersOfWords()
    {
        var text = Encoding.ASCII.GetBytes(new string(' ', 3 * 64 * Block));
        using var marks = new BlockMarks();
        int[] blocks = [0, 62, 63, 64, 127, 128, 190];
        foreach (var block in blocks)
        {
            "https://"u8.CopyTo(text.AsSpan(block * Block));
        }

        marks.Read(text);

        Zones(marks, TextMark.Url, text.Length).ShouldBe(ExpectedZones([.. blocks], text.Length));
    }

    private static ulong[] Masks(ByteKinds kinds) =>
        [kinds.Lower, kinds.Upper, kinds.Digit, kinds.TokenMark, kinds.Password, kinds.PasswordMark, kinds.StrongMark, kinds.Colon];

    private static bool[] Zones(BlockMarks marks, TextMark mark, int length)
    {
        var covered = new bool[length];
        var end = 0;
        while (marks.TryNextZone(mark, end, out var start, out end))
        {
            covered.AsSpan(start..end).Fill(true);
        }

        return covered;
    }

    private static bool[] ExpectedZones(HashSet<int> blocks, int length) =>
        [.. Enumerable.Range(0, length).Select(at => Enumerable.Range((at / Block) - (BlockMarks.ReachBack / Block), 1 + ((BlockMarks.ReachBack + BlockMarks.ReachAhead) / Block)).Any(blocks.Contains))];

    private static bool IsComplete(TextMark mark, byte[] text, int end) => mark switch
    {
        TextMark.Drawn => (All(text, end, 16, IsToken) && Any(text, end, 16, at => IsDigit(text, at) || IsOddCapital(text, at)))
            || All(text, end, 16, char.IsAsciiLetterLower) || All(text, end, 16, char.IsAsciiLetterUpper),
        TextMark.Digits => Enumerable.Range(Math.Max(0, end - 7), Math.Min(8, end + 1)).Count(at => IsDigit(text, at)) >= 4,
        TextMark.Mixed => All(text, end, 8, IsPassword) && Any(text, end, 8, at => Meets(text, at) && Any(text, at - 1, 15, before => Meets(text, before))),
        TextMark.Url => end >= 2 && text[end] is (byte)'/' or (byte)'_' or (byte)'-' or (byte)'+' && text[end - 1] is (byte)'/' or (byte)'_' or (byte)'-' or (byte)'+' && text[end - 2] == ':',
        _ => false,
    };

    private static bool All(byte[] text, int end, int length, Func<char, bool> isMember) =>
        end + 1 >= length && Enumerable.Range(end + 1 - length, length).All(at => isMember((char)text[at]));

    private static bool Any(byte[] text, int end, int length, Func<int, bool> isMember) =>
        Enumerable.Range(end + 1 - length, length).Any(at => at >= 0 && at < text.Length && isMember(at));

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+' or '/';

    private static bool IsPassword(char c) => c is not (' ' or '\t' or '\n' or '\v' or '\f' or '\r' or '"' or '\'' or '`' or '\\' or ',' or ';' or '(' or ')' or '<' or '>');

    private static bool IsDigit(byte[] text, int at) => at >= 0 && char.IsAsciiDigit((char)text[at]);

    private static bool IsLetter(byte[] text, int at) => at >= 0 && char.IsAsciiLetter((char)text[at]);

    private static bool IsLower(byte[] text, int at) => at >= 0 && char.IsAsciiLetterLower((char)text[at]);

    private static bool IsUpper(byte[] text, int at) => at >= 0 && char.IsAsciiLetterUpper((char)text[at]);

    private static bool IsOddCapital(byte[] text, int at) => IsUpper(text, at) && ((IsLower(text, at - 1) && IsUpper(text, at - 2)) || (IsUpper(text, at - 1) && IsLower(text, at - 2)));

    private static bool IsOneOf(byte[] text, int at, string characters) => at >= 0 && characters.Contains((char)text[at], StringComparison.Ordinal);

    private static bool Meets(byte[] text, int at)
    {
        bool IsCharacter(int place) => IsLetter(text, place) || IsDigit(text, place);
        return IsOddCapital(text, at)
            || (IsDigit(text, at) && IsLetter(text, at - 1))
            || (IsLetter(text, at) && IsDigit(text, at - 1))
            || (IsOneOf(text, at, "!#$%^&*?@~+") && IsCharacter(at - 1))
            || (IsCharacter(at) && IsOneOf(text, at - 1, "!#$%^@~") && IsCharacter(at - 2));
    }
}
