using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>Renders a page of the dashboard as a fragment of HTML.</summary>
public interface IPageRenderer
{
    /// <summary>Renders the page. Budget 2 seconds.</summary>
    /// <param name="request">Who opens it, and with what.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>
    /// The fragment, best made by <see cref="Host.ITemplateRenderer.RenderHtml"/>. The elements of the dashboard (<c>la-card</c>, <c>la-table</c>, <c>la-chart</c>, ...) may be used; scripts,
    /// styles and event attributes are taken out.
    /// </returns>
    ValueTask<string> RenderAsync(PageRequest request, CancellationToken cancellationToken);
}
