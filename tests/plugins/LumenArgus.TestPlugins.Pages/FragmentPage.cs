using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Pages;

/// <summary>Rendered with a template; the parameter "fail" has it throw, "hang" never return.</summary>
internal sealed class FragmentPage(ITemplateRenderer templates) : IPageRenderer
{
    private const string Template =
        """
        <la-card heading="Hello {{user}}"><p>{{role}} sees {{text}}</p>
        <ul>{{#each rows}}<li>{{name}}: {{hits}}</li>{{/each}}</ul>
        <la-table label="Rows" src="/api/v1/plugins/test.pages/rows" columns='[{"key":"name","label":"Name"},{"key":"hits","label":"Hits","kind":"number"}]'></la-table></la-card>
        """;

    public async ValueTask<string> RenderAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Query.ContainsKey("fail"))
        {
            throw new InvalidOperationException("the page fails as asked");
        }

        if (request.Query.ContainsKey("hang"))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return templates.RenderHtml(Template, new Dictionary<string, TemplateValue>(StringComparer.Ordinal)
        {
            ["user"] = TemplateValue.Of(request.User ?? "somebody"),
            ["role"] = TemplateValue.Of(request.Role.ToString()),
            ["text"] = TemplateValue.Of(request.Query.GetValueOrDefault("text", "<script>alert(1)</script>")),
            ["rows"] = TemplateValue.Of(
            [
                TemplateValue.Of([KeyValuePair.Create("name", TemplateValue.Of("one")), KeyValuePair.Create("hits", TemplateValue.Of(1))]),
                TemplateValue.Of([KeyValuePair.Create("name", TemplateValue.Of("two")), KeyValuePair.Create("hits", TemplateValue.Of(2.5))]),
            ]),
        });
    }
}
