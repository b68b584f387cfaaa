using System.Text;
using System.Text.RegularExpressions;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

public sealed class DigitRunsTests
{
    [Fact]
    public void MoveNext_RandomText_FindsEveryRunOnceAndWhole()
    {
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            var digits = random.Next(1, 60);
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(60) < digits ? (char)('0' + random.Next(10)) : "a/:\u00e9"[random.Next(4)]));

            var found = new List<(int, int)>();
            var runs = new DigitRuns(Encoding.Latin1.GetBytes(text), 0);
            while (runs.MoveNext())
            {
                found.Add((runs.Start, runs.End));
            }

            found.ShouldBe(Regex.Matches(text, "[0-9]+").Select(m => (m.Index, m.Index + m.Length)));
        }
    }

    [Theory]
    [InlineData("12 345 6", 0, 0)]
    [InlineData("12 345 6", 1, 0)]
    [InlineData("12 345 6", 2, 0)]
    [InlineData("12 345 6", 3, 3)]
    [InlineData("12 345 6", 5, 3)]
    [InlineData("12 345 6", 7, 7)]
    public void MoveNext_FromAnOffset_SeesARunOverItWhole(string text, int from, int first)
    {
        var runs = new DigitRuns(Encoding.Latin1.GetBytes(text), from);

        runs.MoveNext().ShouldBeTrue();
        runs.Start.ShouldBe(first);
    }
}
