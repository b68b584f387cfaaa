using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HandlebarsDotNet;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>
/// Handlebars in two environments, one that encodes and one that does not. The engine keeps the types that it sees for as long as the process runs: it sees those of the runtime only.
/// </summary>
internal sealed class TemplateRenderer : ITemplateRenderer
{
    private const int MaxOutput = 4 * 1024 * 1024;
    private const int MaxTemplate = 256 * 1024;
    private const int MaxKept = 500;

    // The encoder that is set by default leaves apostrophes: a value could leave an attribute that is written with them.
    private readonly Environment _html = new(new HandlebarsConfiguration { FormatProvider = CultureInfo.InvariantCulture, TextEncoder = new HtmlEncoder() });
    private readonly Environment _text = new(new HandlebarsConfiguration { FormatProvider = CultureInfo.InvariantCulture, NoEscape = true });

    public string RenderHtml(string template, IReadOnlyDictionary<string, TemplateValue> values) => _html.Render(template, values);

    public string RenderText(string template, IReadOnlyDictionary<string, TemplateValue> values) => _text.Render(template, values);

    private sealed class Environment(HandlebarsConfiguration configuration)
    {
        // Made when a template is first rendered: most starts have none.
        private readonly Lazy<IHandlebars> _engine = new(() => Handlebars.Create(configuration));
        private readonly ConcurrentDictionary<string, HandlebarsTemplate<TextWriter, object, object>> _compiled = new(StringComparer.Ordinal);

        public string Render(string template, IReadOnlyDictionary<string, TemplateValue> values)
        {
            ArgumentNullException.ThrowIfNull(template);
            ArgumentNullException.ThrowIfNull(values);
            var data = values.ToDictionary(static pair => pair.Key, static pair => (pair.Value ?? TemplateValue.None).ToObject(), StringComparer.Ordinal);
            using var output = new BoundedWriter();
            try
            {
                Compiled(template)(output, data);
                return output.ToString();
            }
            catch (HandlebarsException failure)
            {
                throw new FormatException($"The template cannot be rendered: {failure.Message}", failure);
            }
        }

        private HandlebarsTemplate<TextWriter, object, object> Compiled(string template)
        {
            if (_compiled.TryGetValue(template, out var known))
            {
                return known;
            }

            if (template.Length > MaxTemplate)
            {
                throw new FormatException($"A template may have {MaxTemplate} characters.");
            }

            using var reader = new StringReader(template);
            var compiled = _engine.Value.Compile(reader);

            // Who makes texts of templates instead of values pays for it himself.
            if (_compiled.Count >= MaxKept)
            {
                _compiled.Clear();
            }

            return _compiled[template] = compiled;
        }
    }

    private sealed class BoundedWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            Check(1);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Check(count);
            base.Write(buffer, index, count);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(string? value)
        {
            Check(value?.Length ?? 0);
            base.Write(value);
        }

        private void Check(int more)
        {
            if (GetStringBuilder().Length + more > MaxOutput)
            {
                throw new FormatException($"A template may write {MaxOutput} characters.");
            }
        }
    }
}
