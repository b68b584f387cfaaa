using System.Net;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>The system's proxy (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY, or the platform's setting), never used for this machine itself.</summary>
internal sealed class SystemProxy : IWebProxy
{
    // What curl and others read as "no proxy at all" the runtime takes for the name of a host.
    private static readonly bool BypassesAll = (Environment.GetEnvironmentVariable("no_proxy") ?? Environment.GetEnvironmentVariable("NO_PROXY"))?.Trim() == "*";

    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("The system's proxy brings its own credentials.");
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || BypassesAll || HttpClient.DefaultProxy.IsBypassed(host);
}
