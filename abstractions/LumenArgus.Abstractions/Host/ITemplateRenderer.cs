using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>
/// Renders templates in the language of Handlebars: <c>{{name}}</c>, <c>{{#each rows}}...{{/each}}</c>, <c>{{#if x}}...{{else}}...{{/if}}</c>, <c>{{#with x}}</c>, <c>{{#unless x}}</c>.
/// Templates are compiled once and kept by their text, so they should be constants: what changes is in the values.
/// </summary>
public interface ITemplateRenderer
{
    /// <summary>Renders HTML: values are encoded, only <c>{{{name}}}</c> writes one as it is.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">The values by name.</param>
    /// <returns>The HTML.</returns>
    /// <exception cref="FormatException">The template is wrong, or what it writes is longer than 4 MB.</exception>
    string RenderHtml(string template, IReadOnlyDictionary<string, TemplateValue> values);

    /// <summary>Renders plain text, for example of a notification: nothing is encoded.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">The values by name.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">The template is wrong, or what it writes is longer than 4 MB.</exception>
    string RenderText(string template, IReadOnlyDictionary<string, TemplateValue> values);
}
