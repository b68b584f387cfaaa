using System.Text;
using System.Text.RegularExpressions;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
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
            var runs = new DigitRuns(Encoding.Latin1.GetBytes(text), 0, text.Length, wanted: null);
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
        var runs = new DigitRuns(Encoding.Latin1.GetBytes(text), from, text.Length, wanted: null);

        runs.MoveNext().ShouldBeTrue();
        runs.Start.ShouldBe(first);
    }

    [Theory]
    [InlineData(@"\b\d{3}-\d{2}-\d{4}\b")]
    [InlineData(@"\b[A-Z]{2}\d{2}[A-Z0-9]{4,30}\b")]
    [InlineData(@"[^a-z]\d[A-Z]\d?-")]
    [InlineData(@"\b\d{1,3}(?:\.\d{1,3}){3}\b", @"\b[23][0-9A-Fa-f]{3}:[0-9a-f]{1,4}\b")]
    public void MoveNext_Wanted_LeavesOutOnlyRunsThatNoRuleCanBegin(params string[] patterns)
    {
        var index = RuleIndex.Build(
            [.. patterns.Select((pattern, i) => new DetectionRule { Name = $"rule_{i}", Detector = "test", Severity = Severity.Info, Pattern = pattern })],
            new Dictionary<string, IRuleValidator>(),
            new RuleIndexOptions()).Index;
        var random = new Random(4);
        for (var round = 0; round < 1000; round++)
        {
            var text = Encoding.Latin1.GetBytes(new string(random.GetItems<char>("0123456789AAZaf.:- \u00b5", random.Next(200))));
            foreach (var lane in index.DigitLanes)
            {
                Candidates(lane, text, lane.Starts).ShouldBe(Candidates(lane, text, wanted: null), $"round {round}");
            }
        }
    }

    private static List<(int Start, int End)> Candidates(DigitLane lane, byte[] text, DigitStarts? wanted)
    {
        var found = new List<(int, int)>();
        var runs = new DigitRuns(text, 0, text.Length, wanted);
        while (runs.MoveNext())
        {
            var (start, end) = (runs.Start, runs.End);
            if (lane.GatesOf(end - start).Any(gate => gate.ForRun(text, start, end) != 0))
            {
                found.Add((start, end));
            }
        }

        return found;
    }
}
