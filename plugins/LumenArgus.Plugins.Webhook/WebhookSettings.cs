using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Webhook;

/// <summary>What a channel says, checked.</summary>
internal sealed record WebhookSettings
{
    private const int MaxTemplate = 16 * 1024;
    private const int MaxHeaders = 50;

    // RFC 9110 5.6.2 and 5.5; what is not ASCII is left out.
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // They belong to the connection, or are what a receiver trusts.
    private static readonly ImmutableArray<string> Reserved = ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Trailer", "Keep-Alive", "Expect"];

    /// <summary>What forms ask for.</summary>
    public static ChannelType Type { get; } = new()
    {
        Name = "webhook",
        Label = "Webhook",
        Description = "A POST with the findings, without the values that were found.",
        Fields =
        [
            new ChannelField { Name = "url", Label = "Address", Kind = ChannelFieldKind.Url, IsRequired = true, Placeholder = "https://hooks.example.com/argus", Hint = "Redirects are not followed." },
            new ChannelField
            {
                Name = "headers", Label = "Headers", Kind = ChannelFieldKind.Json, IsSecret = true, Placeholder = """{"Authorization": "Bearer ${env:LUMEN_ARGUS_CHANNEL_TOKEN}"}""", Hint = "A JSON object.",
            },
            new ChannelField { Name = "secret", Label = "Secret", IsSecret = true, Hint = "Signs each message: X-LumenArgus-Signature is sha256= and the HMAC of timestamp, a dot and the body." },
            new ChannelField
            {
                Name = "template", Label = "Template", Kind = ChannelFieldKind.Lines, Placeholder = """{"text": "{{count}} finding(s), {{#each findings}}{{type}} {{/each}}"}""",
                Hint = "Handlebars; without one the findings as JSON. In one that begins with { or [ values are written as JSON strings need them.",
            },
        ],
    };

    public required Uri Url { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Null for no signature.</summary>
    public string? Secret { get; init; }

    /// <summary>Null for the findings as JSON.</summary>
    public string? Template { get; init; }

    /// <summary>Reads the settings of a channel.</summary>
    /// <returns>The settings, or what is wrong with them: without values, which may be credentials.</returns>
    public static (WebhookSettings? Settings, string? Problem) Read(ChannelInfo channel)
    {
        if (UrlOf(channel.Settings.GetValueOrDefault("url", "")) is not { } url)
        {
            return (null, "url must be an http or https address without user and password.");
        }

        var template = channel.Settings.GetValueOrDefault("template", "");
        if (template.Length > MaxTemplate)
        {
            return (null, $"template may have {MaxTemplate} characters.");
        }

        var (headers, problem) = HeadersOf(channel.Settings.GetValueOrDefault("headers", ""));
        return problem is not null ? (null, problem) : (new WebhookSettings
        {
            Url = url,
            Headers = headers,
            Secret = channel.Settings.GetValueOrDefault("secret") is { Length: > 0 } secret ? secret : null,
            Template = template.Trim().Length > 0 ? template : null,
        }, null);
    }

    private static Uri? UrlOf(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 } ? url : null;

    private static (ImmutableArray<KeyValuePair<string, string>> Headers, string? Problem) HeadersOf(string text)
    {
        if (text.Trim().Length == 0)
        {
            return ([], null);
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.EnumerateObject().Take(MaxHeaders + 1).ToList() is { Count: <= MaxHeaders } members
                && members.TrueForAll(static member => member.Value.ValueKind == JsonValueKind.String))
            {
                var headers = members.ConvertAll(static member => KeyValuePair.Create(member.Name, member.Value.GetString()!));
                return headers.Find(static header => !IsHeader(header)) is { Key: not null } wrong
                    ? ([], $"headers: {(IsName(wrong.Key) ? wrong.Key : "a name")} cannot be sent.")
                    : ([.. headers], null);
            }
        }
        catch (JsonException)
        {
            // Said below: what the parser says may quote the text.
        }

        return ([], $"headers must be a JSON object of at most {MaxHeaders} texts.");
    }

    private static bool IsHeader(KeyValuePair<string, string> header) =>
        IsName(header.Key)
        && !Reserved.Contains(header.Key, StringComparer.OrdinalIgnoreCase)
        && !header.Key.StartsWith(WebhookSignature.Prefix, StringComparison.OrdinalIgnoreCase)
        && header.Value.All(static character => character is '\t' or (>= ' ' and <= '~'));

    private static bool IsName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(NameLetters);
}
