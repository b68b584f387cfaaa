using LumenArgus.Inspection.Configuration;
using LumenArgus.Proxy.Hosting;

namespace LumenArgus.Host.Startup;

/// <summary>Tells why the proxy cannot listen and which flag helps.</summary>
internal static class PortProblem
{
    public static string Describe(ProxyConfig proxy, ListenException failure) => failure.IsInUse
        ? $"lumen-argus: port {proxy.Port} on {proxy.Bind} is in use by another program (perhaps another lumen-argus). "
            + "Choose another port with --port, or set proxy.port in config.yaml."
        : $"lumen-argus: cannot listen on {proxy.Bind} port {proxy.Port}: {failure.Message.TrimEnd('.')}. Use --host and --port to choose another address.";
}
