using System.Net;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Host.Startup;

/// <summary>The meaning of <c>proxy.bind</c>.</summary>
internal static class BindAddress
{
    public static IPAddress Of(ProxyConfig proxy) => proxy.Bind == "localhost" ? IPAddress.Loopback : IPAddress.Parse(proxy.Bind);
}
