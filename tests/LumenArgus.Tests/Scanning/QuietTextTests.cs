using System.Text;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

/// <summary>A short text is known only if it is the same, byte for byte.</summary>
public sealed class QuietTextTests
{
    [Fact]
    public void TryGet_TextsThatDifferInOneByte_AreNotTheSame()
    {
        var quiet = new QuietTexts();
        for (var length = 2; length <= QuietTexts.MaxBytes; length++)
        {
            var text = Encoding.ASCII.GetBytes(new string('a', length));
            quiet.Add(text, isPair: false, TextTraits.Mark);
            for (var at = 0; at < length; at++)
            {
                var other = text.ToArray();
                other[at] = (byte)'b';
                quiet.TryGet(other, isPair: false, out _).ShouldBeFalse($"{length} bytes, place {at}");
            }

            quiet.TryGet(text, isPair: true, out _).ShouldBeFalse($"{length} bytes");
            quiet.TryGet(text, isPair: false, out var traits).ShouldBeTrue($"{length} bytes");
            traits.ShouldBe(TextTraits.Mark);
        }
    }

    [Fact]
    public void EndBody_TextWithMark_IsForgottenAndAWordIsNot()
    {
        var quiet = new QuietTexts();
        for (var i = 0; i < 500; i++)
        {
            quiet.Add(Word(i), isPair: false, TextTraits.Keyword);
            quiet.Add(Value(i), isPair: false, TextTraits.Mark | TextTraits.Keyword);
        }

        quiet.EndBody();

        Enumerable.Range(0, 500).Count(i => quiet.TryGet(Word(i), isPair: false, out _)).ShouldBeGreaterThan(0);
        Enumerable.Range(0, 500).Count(i => quiet.TryGet(Value(i), isPair: false, out _)).ShouldBe(0);

        static byte[] Word(int i) => Encoding.ASCII.GetBytes($"word {i}");
        static byte[] Value(int i) => Encoding.ASCII.GetBytes($"value {i}");
    }

    [Fact]
    public void Scan_OneIndexForManyBodies_FindsInEachWhatItHas()
    {
        var index = TestRules.Index(TestRules.Rule("ssn", @"\b\d{3}-\d{2}-\d{4}\b"), TestRules.Rule("token", @"tok_(?:[a-z]+\d+)+x"));

        for (var round = 0; round < 3; round++)
        {
            index.Scan($"{{\"a\":\"{new string('-', 100)} 123-45-6789 and tok_abc123x\",\"b\":\"plain words\"}}").Select(finding => finding.Type).ShouldBe(["ssn", "token"], ignoreOrder: true);
            index.Scan("{\"a\":\"123-45-6789 tok_abc123x\",\"b\":\"plain words\"}").Select(finding => finding.Type).ShouldBe(["ssn", "token"], ignoreOrder: true);
            index.Scan("{\"a\":\"plain words\"}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Scan_TextThatComesAgain_FindsEveryOneOfItsMatches()
    {
        const string Body = "{\"a\":\"x 123-45-6789\",\"b\":\"plain words\",\"c\":\"x 123-45-6789\",\"d\":\"plain words\"}";

        var findings = TestRules.Index(TestRules.Rule("ssn", @"\b\d{3}-\d{2}-\d{4}\b")).Scan(Body);

        findings.Single().Count.ShouldBe(2);
    }
}
