using System.Net;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.DashboardParts;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Access;

/// <summary>Finds out who asks.</summary>
internal sealed class Authentication(AccessRules rules, SessionTable sessions, PluginAuthentication plugins)
{
    public const string CookieName = "argus_session";

    private const string BearerScheme = "Bearer ";

    // For callers whom no session of ours remembers.
    private readonly byte[] _csrfKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>The caller; null if it is nobody who may use the dashboard. Asks plugins about who shows neither the token nor a session.</summary>
    public async ValueTask<Caller?> FindAsync(HttpContext http)
    {
        if (Find(http) is { } known)
        {
            return known;
        }

        if (!plugins.HasProviders)
        {
            return null;
        }

        var request = http.Request;
        var headers = request.Headers.SelectMany(static header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")));
        return await plugins.FindAsync(new RequestHead(request.Method, request.Path.Value ?? "/", headers), AddressOf(http), http.RequestAborted) is ({ } user, { } provider)
            ? Ambient(user.Role, provider, user.Name)
            : null;
    }

    /// <summary>The caller by what this product itself has given out: token and sessions.</summary>
    public Caller? Find(HttpContext http)
    {
        if (rules.Config.Auth == DashboardAuth.None)
        {
            return Ambient(DashboardRole.Admin, "none", user: null);
        }

        if (http.Request.Headers.Authorization is [{ } authorization] && authorization.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase))
        {
            return rules.Token?.Matches(authorization[BearerScheme.Length..].Trim()) == true ? new Caller(DashboardRole.Admin, "token", User: null, CsrfToken: null) : null;
        }

        return sessions.Find(http.Request.Cookies[CookieName]);
    }

    public static IPAddress AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(),
        var address => address,
    };

    // The browser proves by itself who it is, whichever page asks: so a change has to carry what only our page can read.
    private Caller Ambient(DashboardRole role, string method, string? user) => new(
        role, method, user, Convert.ToHexStringLower(HMACSHA256.HashData(_csrfKey, Encoding.UTF8.GetBytes($"{role}\n{method}\n{user}"))));
}
