using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>The page: a fragment of HTML with the elements of the dashboard. The template is a constant; what changes is in its values, which are encoded.</summary>
internal sealed class Page(ITemplateRenderer templates, Visits visits) : IPageRenderer
{
    private const string Template =
        """
        <la-card heading="SAMPLE TITLE"><p>Opened {{count}} times, now by {{user}}.</p></la-card>
        """;

    public ValueTask<string> RenderAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(templates.RenderHtml(Template, new Dictionary<string, TemplateValue>
        {
            ["count"] = TemplateValue.Of(visits.Add()),
            ["user"] = TemplateValue.Of(request.User ?? "somebody"),
        }));
    }
}
