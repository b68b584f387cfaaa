using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>Which methods are forwarded, and which of them always carry content.</summary>
internal static class RequestMethod
{
    public static bool TryParse(string method, [NotNullWhen(true)] out HttpMethod? parsed)
    {
        parsed = null;
        if (string.IsNullOrEmpty(method) || method.Equals("CONNECT", StringComparison.OrdinalIgnoreCase))
        {
            return false; // a tunnel cannot be inspected
        }

        try
        {
            parsed = HttpMethod.Parse(method);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>RFC 9110, 8.6: these are sent with a Content-Length of 0 rather than none; content also keeps the handler from sending them twice.</summary>
    public static bool AlwaysHasContent(HttpMethod method) => method == HttpMethod.Post || method == HttpMethod.Put || method == HttpMethod.Patch;
}
