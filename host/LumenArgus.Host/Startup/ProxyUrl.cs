namespace LumenArgus.Host.Startup;

/// <summary>The URL by which a tool on this machine reaches the proxy: a wildcard address is no place to connect to.</summary>
internal static class ProxyUrl
{
    public static string Of(string bind, int port) => bind switch
    {
        "0.0.0.0" or "::" or "localhost" => $"http://127.0.0.1:{port}",
        _ when bind.Contains(':', StringComparison.Ordinal) => $"http://[{bind}]:{port}",
        _ => $"http://{bind}:{port}",
    };
}
