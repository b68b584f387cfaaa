using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Proxy.Identity;
using LumenArgus.Scanning.Fields;
using LumenArgus.Storage.Hashing;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Tests.Identity;

/// <summary>Reads sessions as the product does.</summary>
internal static class Senders
{
    public static HashKey Key { get; } = HashKey.Temporary("test");

    public static SessionContext FromHeaders(params (string Name, string Value)[] headers) => FromHeaders(new ProxyConfig(), "/v1/messages", "127.0.0.1", headers);

    public static SessionContext FromHeaders(ProxyConfig config, string target, string peer, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(peer);
        foreach (var (name, value) in headers)
        {
            http.Request.Headers.Append(name, value);
        }

        return new HeaderSession(new ApiKeyHash(Key)).Read(http, target, config, []);
    }

    public static SessionContext FromBody(string body, SessionContext? headers = null, string provider = "anthropic", string? file = null)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        using var document = BodyDocument.Parse(bytes, file);
        return BodySession.Read(document, new InspectionRequest
        {
            Request = new RequestInfo(1, Guid.Empty, "POST", "/"),
            Provider = provider,
            Body = BodyLease.Own(bytes),
            Session = headers ?? SessionContext.Empty,
            SourceFile = file,
            ConversationKey = Key,
        });
    }
}
