using System.IO.Hashing;
using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins;

/// <summary>Random valid numbers of each kind are found, and the same numbers with another check digit are not.</summary>
public sealed class PiiGeneratedTests
{
    private const int Numbers = 100;

    public static TheoryData<string> Kinds => [.. PiiNumbers.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Scan_RandomValidNumbers_AreFound(string kind) => Draw(kind, static (number, _) => number).Where(each => !each.IsFound).Select(static each => each.Number).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Scan_TheSameNumbersWithAnotherCheckDigit_AreNot(string kind) => Draw(kind, Spoil).Where(static each => each.IsFound).Select(static each => each.Number).ShouldBeEmpty();

    private static IEnumerable<(int Number, bool IsFound)> Draw(string kind, Func<string, int, string> change)
    {
        var (context, make, check) = PiiNumbers.All[kind];
        var index = RuleRunner.IndexOf(PluginUnderTest.Pii.Rules.Single(rule => rule.Name == kind));
        var random = new Random((int)Crc32.HashToUInt32(Encoding.UTF8.GetBytes(kind)));
        foreach (var number in Enumerable.Range(0, Numbers))
        {
            var text = context.Replace("{0}", change(make(random), check), StringComparison.Ordinal);
            yield return (number, RuleRunner.Scan(index, RuleTarget.Content, text).Any(finding => finding.Type == kind));
        }
    }

    // A letter goes to the next, except that a code which has X for ten has digits else.
    private static string Spoil(string number, int fromEnd)
    {
        var place = number.Length - fromEnd;
        var letter = number[place];
        var other = char.IsAsciiDigit(letter) ? (char)('0' + ((letter - '0' + 1) % 10)) : letter == 'Z' ? 'A' : (char)(letter + 1);
        return number[..place] + other + number[(place + 1)..];
    }
}
