using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Webhook;

/// <summary>What is sent.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">Their type.</param>
internal sealed record WebhookBody(ReadOnlyMemory<byte> Content, string ContentType)
{
    private const string Json = "application/json";

    /// <summary>Makes the body of a message.</summary>
    /// <exception cref="FormatException">The template is wrong.</exception>
    public static WebhookBody Of(Notification notification, string? template, ITemplateRenderer templates)
    {
        if (template is null)
        {
            return new WebhookBody(WriteJson(notification), Json);
        }

        var isJson = template.AsSpan().TrimStart() is ['{', not '{', ..] or ['[', ..];
        var text = templates.RenderText(template, Values(notification, isJson));
        return new WebhookBody(Encoding.UTF8.GetBytes(text), isJson ? Json : "text/plain; charset=utf-8");
    }

    private static ReadOnlyMemory<byte> WriteJson(Notification notification)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("findings");
            foreach (var finding in notification.Findings)
            {
                json.WriteStartObject();
                json.WriteString("detector", finding.Detector);
                json.WriteString("type", finding.Type);
                json.WriteString("severity", finding.Severity);
                json.WriteString("action", finding.Action);
                json.WriteString("value_preview", finding.ValuePreview);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("count", notification.Count);
            json.WriteString("provider", notification.Provider);
            json.WriteString("model", notification.Model);
            WriteSuppressed(json, notification);
            if (notification.IsTest)
            {
                json.WriteBoolean("test", value: true);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteSuppressed(Utf8JsonWriter json, Notification notification)
    {
        if (notification.Suppressed.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("suppressed");
        foreach (var kind in notification.Suppressed)
        {
            json.WriteStartObject();
            json.WriteString("detector", kind.Detector);
            json.WriteString("type", kind.Type);
            json.WriteNumber("count", kind.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Dictionary<string, TemplateValue> Values(Notification notification, bool isJson)
    {
        return new Dictionary<string, TemplateValue>(StringComparer.Ordinal)
        {
            ["count"] = TemplateValue.Of(notification.Count),
            ["provider"] = Text(notification.Provider),
            ["model"] = Text(notification.Model),
            ["client"] = Text(notification.Session.ClientName),
            ["session_id"] = Text(notification.Session.SessionId),
            ["project"] = Text(notification.Session.WorkingDirectory),
            ["time"] = Text(notification.Timestamp.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
            ["test"] = TemplateValue.Of(notification.IsTest),
            ["findings"] = TemplateValue.Of(notification.Findings.Select(finding => TemplateValue.Of(
            [
                KeyValuePair.Create("detector", Text(finding.Detector)),
                KeyValuePair.Create("type", Text(finding.Type)),
                KeyValuePair.Create("severity", Text(finding.Severity)),
                KeyValuePair.Create("action", Text(finding.Action)),
                KeyValuePair.Create("location", Text(finding.Location)),
                KeyValuePair.Create("value_preview", Text(finding.ValuePreview)),
            ]))),
            ["suppressed"] = TemplateValue.Of(notification.Suppressed.Select(kind => TemplateValue.Of(
            [
                KeyValuePair.Create("detector", Text(kind.Detector)),
                KeyValuePair.Create("type", Text(kind.Type)),
                KeyValuePair.Create("count", TemplateValue.Of(kind.Count)),
            ]))),
        };

        TemplateValue Text(string? text) => TemplateValue.Of(isJson && text is not null ? JavaScriptEncoder.Default.Encode(text) : text);
    }
}
