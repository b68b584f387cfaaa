using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Providers;

internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    public static bool StartsWith(IHeaderDictionary headers, string prefix)
    {
        foreach (var value in headers.Authorization)
        {
            if (value is not null && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                && value.AsSpan(Scheme.Length).TrimStart().StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
