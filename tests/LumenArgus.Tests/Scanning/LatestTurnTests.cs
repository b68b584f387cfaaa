using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Tests.Scanning;

/// <summary>In each body the texts of the newest turn say "new", all others "old".</summary>
public sealed class LatestTurnTests
{
    [Theory]
    [InlineData("""{"system":"old","messages":[{"role":"user","content":"new"}],"tools":[{"description":"old"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"old"},{"role":"assistant","content":"old"},{"role":"user","content":[{"text":"new"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"old"},{"role":"assistant","tool_calls":[{"arguments":"old"}]},{"role":"tool","content":"new"},{"role":"tool","content":"new"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"old"},{"role":"assistant","content":"old"},{"role":"user","content":"new"},{"role":"assistant","content":"new"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"new"},{"role":"assistant","content":"new"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"old"},{"role":"assistant","content":"old"},{"role":"system","content":"new"},{"role":"user","content":"new"}]}""")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"text":"old"}]},{"role":"model","parts":[{"text":"old"}]},{"parts":[{"text":"new"}]}]}""")]
    [InlineData("""{"model":"old","request":{"contents":[{"role":"model","parts":[{"text":"old"}]},{"role":"user","parts":[{"text":"new"}]}]}}""")]
    [InlineData("""{"instructions":"old","input":[{"role":"user","content":"old"},{"type":"reasoning","summary":[{"text":"old"}]},{"type":"function_call","arguments":"old"},{"type":"function_call_output","output":"new"}]}""")]
    [InlineData("""{"input":["new","new"]}""")]
    [InlineData("""{"prompt":"new"}""")]
    [InlineData("""[{"x":"new"}]""")]
    [InlineData("""new""")]
    public void IsLatestTurn_Texts_ArePartOfTheirTurn(string body)
    {
        using var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        Check(document);
    }

    [Fact]
    public void IsLatestTurn_LabelledList_IsTheProviders()
    {
        var labels = LabelSet.TryCompile([new FieldLabel("talk.turns", FieldRole.User) { HoldsMessages = true }], out _);
        using var document = BodyDocument.Parse(
            """{"messages":[{"x":"old"}],"talk":{"turns":[{"say":"old"},{"role":"assistant","say":"old"},{"say":"new"}]}}"""u8.ToArray(), labels: labels);
        Check(document);
    }

    [Fact]
    public void Findings_RolesAndTurn_AreThoseOfAllOccurrences()
    {
        using var document = BodyDocument.Parse(
            """{"messages":[{"role":"user","content":"needle"},{"role":"assistant","content":"other"},{"role":"tool","content":"needle"},{"role":"user","content":"third"}]}"""u8.ToArray());
        var collector = new FindingCollector(document);
        for (var i = 0; i < document.Count; i++)
        {
            if (document.Utf8(i).SequenceEqual("needle"u8) || document.Utf8(i).SequenceEqual("other"u8))
            {
                collector.Add(new HitKind("d", "t", Certainty.Specific), Severity.High, action: null, i, 0, document.Utf8(i).Length);
            }
        }

        var findings = collector.ToFindings();
        (findings[0].Role, findings[0].Roles, findings[0].IsLatestTurn).ShouldBe((FieldRole.User, FieldRoles.User | FieldRoles.ToolResult, true));
        (findings[1].Role, findings[1].Roles, findings[1].IsLatestTurn).ShouldBe((FieldRole.Assistant, FieldRoles.Assistant, false));
    }

    private static void Check(BodyDocument document)
    {
        var seen = 0;
        for (var i = 0; i < document.Count; i++)
        {
            var isNew = document.Utf8(i).SequenceEqual("new"u8);
            if (isNew || document.Utf8(i).SequenceEqual("old"u8))
            {
                seen++;
                document.IsLatestTurn(i).ShouldBe(isNew, document.PathOf(i));
            }
        }

        seen.ShouldBeGreaterThan(0);
    }
}
