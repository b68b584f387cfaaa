using System.Text.Json;
using System.Text.Json.Serialization;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Contract;

public sealed partial class MatchedTextTests
{
    private const string Secret = "not-a-real-secret-0123456789";

    [Fact]
    public void ToString_OfASecret_IsAMaskWithItsLength()
    {
        var text = new MatchedText(Secret);

        text.ToString().ShouldStartWith("[redacted 28 chars hmac:");
        $"{text}".ShouldBe(text.ToString());
        text.ToString().ShouldNotContain(Secret[..4]);
    }

    [Fact]
    public void Finding_AsText_DoesNotHoldTheValue()
    {
        var finding = new Finding { Detector = "d", Type = "t", Severity = Severity.High, Location = "x", Value = new MatchedText(Secret) };

        finding.ToString().ShouldNotContain(Secret);
        finding.ToString().ShouldContain("[redacted 28 chars");
        new string(finding.Value.Reveal()).ShouldBe(Secret, "the look above would have seen it");
    }

    [Fact]
    public void Json_WritingOrReading_IsRefused()
    {
        Should.Throw<NotSupportedException>(() => JsonSerializer.Serialize(new MatchedText(Secret), MatchedTextJson.Default.MatchedText));
        Should.Throw<NotSupportedException>(() => JsonSerializer.Deserialize("\"x\"", MatchedTextJson.Default.MatchedText));
    }

    [Fact]
    public void Equality_IsByValue()
    {
        new MatchedText(Secret).ShouldBe(new MatchedText(Secret));
        new MatchedText(Secret).GetHashCode().ShouldBe(new MatchedText(Secret).GetHashCode());
        (new MatchedText(Secret) != new MatchedText("other")).ShouldBeTrue();
        new MatchedText("").IsEmpty.ShouldBeTrue();
        default(MatchedText).ToString().ShouldBe("[redacted 0 chars]");
    }

    [JsonSerializable(typeof(MatchedText))]
    private sealed partial class MatchedTextJson : JsonSerializerContext;
}
