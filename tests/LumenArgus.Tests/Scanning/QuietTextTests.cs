using System.Text;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

/// <summary>A short text is known only if it is the same, byte for byte.</summary>
public sealed class QuietTextTests
{
    [Fact]
    public void TryGet_TextsThatDifferInOneByte_AreNotTheSame()
    {
        using var quiet = new QuietTexts();
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
    public void Scan_TextThatComesAgain_FindsEveryOneOfItsMatches()
    {
        const string Body = "{\"a\":\"x 123-45-6789\",\"b\":\"plain words\",\"c\":\"x 123-45-6789\",\"d\":\"plain words\"}";

        var findings = TestRules.Index(TestRules.Rule("ssn", @"\b\d{3}-\d{2}-\d{4}\b")).Scan(Body);

        findings.Single().Count.ShouldBe(2);
    }
}
