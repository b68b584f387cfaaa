using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.PluginServices;

namespace LumenArgus.Tests.Inspection.PluginServices;

public sealed class TemplateRendererTests
{
    private readonly TemplateRenderer _renderer = new();

    [Theory]
    [InlineData("<b title='{{x}}'>", "<b title='&lt;i onclick&#x3D;&quot;a(&#x27;1&#x27;)&quot;&gt; &amp;'>")]
    [InlineData("<b>{{{x}}}</b>", "<b><i onclick=\"a('1')\"> &</b>")]
    public void Html_ValueWithMarkup_IsEncodedUnlessAskedFor(string template, string expected) =>
        _renderer.RenderHtml(template, Values(("x", TemplateValue.Of("<i onclick=\"a('1')\"> &")))).ShouldBe(expected);

    [Fact]
    public void Text_ValueWithMarkup_IsAsItIs() => _renderer.RenderText("{{x}} & {{x}}", Values(("x", TemplateValue.Of("<a> \"b\"")))).ShouldBe("<a> \"b\" & <a> \"b\"");

    [Fact]
    public void Values_OfEachKind_AreWrittenTheSameEverywhere()
    {
        var row = TemplateValue.Of([KeyValuePair.Create("name", TemplateValue.Of("a")), KeyValuePair.Create("hits", TemplateValue.Of(12345L))]);

        var text = _renderer.RenderText(
            "{{#each rows}}{{@index}} {{name}} {{hits}};{{/each}}{{#if yes}}yes{{/if}}{{#if no}}no{{else}}not{{/if}}{{#unless none}} none{{/unless}} {{half}} {{missing}}{{deep.inner.name}}",
            Values(
                ("rows", TemplateValue.Of([row, row])),
                ("yes", TemplateValue.Of(true)),
                ("no", TemplateValue.Of(false)),
                ("none", TemplateValue.None),
                ("half", TemplateValue.Of(0.5)),
                ("deep", TemplateValue.Of([KeyValuePair.Create("inner", row)]))));

        text.ShouldBe("0 a 12345;1 a 12345;yesnot none 0.5 a");
    }

    [Theory]
    [InlineData("{{#each rows}}")]
    [InlineData("{{/if}}")]
    [InlineData("{{no_such_helper 1 2}}")]
    public void Template_ThatIsWrong_IsAFormatException(string template) => Should.Throw<FormatException>(() => _renderer.RenderHtml(template, Values()));

    [Fact]
    public void Output_Endless_IsRefused()
    {
        var many = TemplateValue.Of(Enumerable.Repeat(TemplateValue.Of(new string('x', 1000)), 100));

        Should.Throw<FormatException>(() => _renderer.RenderText("{{#each a}}{{#each ../a}}{{this}}{{/each}}{{/each}}", Values(("a", many)))).Message.ShouldContain("4194304");
    }

    [Fact]
    public void Value_Mutated_StaysWhatItWas()
    {
        var list = new List<TemplateValue> { TemplateValue.Of("a") };
        var value = TemplateValue.Of(list);
        list.Add(TemplateValue.Of("b"));

        _renderer.RenderText("{{#each list}}{{this}}{{/each}}", Values(("list", value))).ShouldBe("a");
    }

    private static Dictionary<string, TemplateValue> Values(params (string Name, TemplateValue Value)[] values) => values.ToDictionary(static each => each.Name, static each => each.Value);
}
