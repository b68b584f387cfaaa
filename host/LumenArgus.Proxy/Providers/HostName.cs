using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Providers;

internal static class HostName
{
    /// <summary>The host name that the caller used, in lower case and without a port; null if there is none.</summary>
    public static string? Of(RequestHead head) => head.HeaderValue("host") is { } value ? Of(value) : null;

    /// <summary>The host name in the value of a Host header.</summary>
    public static string Of(string host)
    {
        var port = host.LastIndexOf(':');
        return (port < 0 || host.EndsWith(']') ? host : host[..port]).ToLowerInvariant();
    }
}
