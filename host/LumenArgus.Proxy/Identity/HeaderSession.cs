using LumenArgus.Abstractions.Model;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Identity;

/// <summary>What the headers and the connection tell about the sender. The body's part is read when it has been parsed.</summary>
internal sealed class HeaderSession(ApiKeyHash apiKeyHash)
{
    private const int MaxIdLength = 256;

    // In the order of trust: a header made for the purpose, then what single tools send.
    private static readonly string[] SessionHeaders =
        ["x-session-id", "x-claude-code-session-id", "session-id", "x-opencode-session", "x-session-affinity"];

    public SessionContext Read(HttpContext http)
    {
        var headers = http.Request.Headers;
        var (name, version) = ClientNames.Read(headers.UserAgent);
        return new SessionContext
        {
            ApiKeyHash = apiKeyHash.Of(headers),
            SessionId = FirstOf(headers, SessionHeaders),
            SourceIp = http.Connection.RemoteIpAddress?.ToString(),
            ClientName = name,
            ClientVersion = version,
        };
    }

    private static string? FirstOf(IHeaderDictionary headers, string[] names)
    {
        foreach (var name in names)
        {
            if (headers.TryGetValue(name, out var values) && values.Count > 0 && !string.IsNullOrWhiteSpace(values[0]))
            {
                var value = values[0]!.Trim();
                return value.Length > MaxIdLength ? value[..MaxIdLength] : value;
            }
        }

        return null;
    }
}
