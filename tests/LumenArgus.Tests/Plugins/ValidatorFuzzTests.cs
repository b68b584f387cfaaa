using System.Buffers.Text;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Rules.Formats;

namespace LumenArgus.Tests.Plugins;

/// <summary>No value makes a validator throw: a few such faults would put its plugin out of service. Values are drawn, never printed.</summary>
public sealed class ValidatorFuzzTests
{
    private const int ValuesPerRule = 6;
    private const int MutationsPerValue = 40;
    private const string OddCharacters = "._=-:@/+ \\\"\0\n0Aaz\u00e9\u0660\uff11\ud800\udc00\u0130%";

    private static readonly string[] OddTexts =
    [
        "", "{}", "[]", "{", """{"alg":"\ud800"}""", """{"\ud800":1}""", """{"\udc00\udc00":"x","alg":"HS256"}""", """{"\ud83d":{"e":1}}""", """{"alg":null}""",
        """{"exp":1e999}""", """{"e":1e999}""", """{"e":99999999999999999999}""", """{"exp":-1}""", """{"exp":"\ud800"}""", """{"alg":"HS256","alg":{"a":["\ud800"]}}""",
    ];

    private static readonly byte[][] OddBytes =
        [[0xFF, 0xFE], [.. "{\"alg\":\""u8, 0xC3, 0x28, .. "\"}"u8], [.. "{\""u8, 0xE2, 0x82, .. "\":1}"u8], [0x30, 0x82, 0xFF, 0xFF], [2, 1, 0xFF, 0xFF, 0xFF], .. OddTexts.Select(Encoding.UTF8.GetBytes)];

    public static TheoryData<string> ValidatorNames => [.. PluginUnderTest.All.Validators.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ValidatorNames))]
    public void IsValidAndJudge_AnyValue_NeverThrow(string name)
    {
        var validator = PluginUnderTest.All.Validators[name];
        var random = new Random(1);
        var faults = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in Values(name, random))
        {
            Ask(validator, value, faults);
            for (var i = 0; i < MutationsPerValue; i++)
            {
                Ask(validator, Mutate(value, random), faults);
            }
        }

        faults.ShouldBeEmpty();
    }

    // A mutation seldom hits inside an encoded part, so these stand there whole.
    [Theory]
    [InlineData("jwt")]
    [InlineData("snyk_token")]
    public void Judge_OddTextInAnEncodedPart_NeverThrows(string name)
    {
        var faults = new HashSet<string>(StringComparer.Ordinal);
        var header = Base64Url.EncodeToString("""{"alg":"HS256"}"""u8);
        foreach (var part in OddBytes.Select(static bytes => Base64Url.EncodeToString(bytes)))
        {
            Ask(PluginUnderTest.All.Validators[name], $"{part}.{part}.x", faults);
            Ask(PluginUnderTest.All.Validators[name], $"{header}.{part}.x", faults);
            Ask(PluginUnderTest.All.Validators[name], $"x.x.{part}.x", faults);
        }

        faults.ShouldBeEmpty();
    }

    private static void Ask(IRuleValidator validator, string value, HashSet<string> faults)
    {
        if ((Record.Exception(() => validator.IsValid(value)) ?? Record.Exception(() => validator.Judge(value))) is { } fault)
        {
            faults.Add(fault.GetType().Name + fault.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains("LumenArgus.Plugins", StringComparison.Ordinal)));
        }
    }

    // Examples and drawn tokens of its rules, as they stand in a text and as the rule takes them out of it.
    private static IEnumerable<string> Values(string validator, Random random)
    {
        yield return "";
        yield return "1234 5678-9012.3456";
        foreach (var rule in PluginUnderTest.All.Rules.Where(rule => rule.Validator == validator))
        {
            var format = rule.Format is null ? null : TokenFormat.TryParse(rule.Format, out _);
            var texts = format is null
                ? rule.Positives.Take(ValuesPerRule)
                : Enumerable.Range(0, ValuesPerRule).Select(_ => format.Generate(random)).Concat(rule.Positives.Take(2));
            var index = RuleRunner.IndexOf(rule);
            foreach (var text in texts)
            {
                yield return text;
                foreach (var finding in RuleRunner.Scan(index, rule.Target, text).Where(static finding => finding.Origin == FindingOrigin.Detector))
                {
                    yield return finding.Value.Reveal().ToString();
                }
            }
        }
    }

    private static string Mutate(string value, Random random)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            value = MutateOnce(value, random);
        }

        return value;
    }

    private static string MutateOnce(string value, Random random)
    {
        var at = random.Next(value.Length + 1);
        var odd = OddCharacters[random.Next(OddCharacters.Length)];
        switch (random.Next(7))
        {
            case 0:
                return value[..at];
            case 1:
                return value[at..];
            case 2:
                return value.Insert(at, odd.ToString());
            case 3:
                return value.Replace(value.Length == 0 ? ' ' : value[random.Next(value.Length)], odd);
            case 4:
                return value.Insert(at, new string(odd, random.Next(600)));
            case 5:
                var parts = value.Split('.');
                parts[random.Next(parts.Length)] = Base64Url.EncodeToString(OddBytes[random.Next(OddBytes.Length)]);
                return string.Join('.', parts);
            default:
                return at == value.Length ? value + odd : string.Concat(value.AsSpan(0, at), odd.ToString(), value.AsSpan(at + 1));
        }
    }
}
