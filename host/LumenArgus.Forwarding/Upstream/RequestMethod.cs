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

    /// <summary>
    /// Content, if only of length 0, keeps the handler from sending a request again by itself. Methods that RFC 9110, 9.2.2 calls idempotent do
    /// not need that; for the others a Content-Length of 0 is what 8.6 asks for.
    /// </summary>
    public static bool AlwaysHasContent(HttpMethod method) =>
        method != HttpMethod.Get && method != HttpMethod.Head && method != HttpMethod.Options && method != HttpMethod.Delete && method != HttpMethod.Trace;
}
