using LumenArgus.Storage.Hashing;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Identity;

/// <summary>Tells tenants apart by their credential without keeping it: 16 hexadecimal digits of a hash whose key never leaves the home folder.</summary>
internal sealed class ApiKeyHash(HashKey key)
{
    private const int Digits = 16;
    private const string Bearer = "Bearer ";

    // Azure OpenAI has api-key; Google also takes its key in the query string.
    private static readonly string[] KeyHeaders = ["x-api-key", "Authorization", "x-goog-api-key", "api-key"];

    /// <summary>Hashes the credential of a request.</summary>
    /// <param name="headers">The request headers.</param>
    /// <param name="target">The request target.</param>
    /// <returns>Null if it has none.</returns>
    public string? Of(IHeaderDictionary headers, string target)
    {
        var credential = FromHeaders(headers) ?? FromQuery(target);
        return string.IsNullOrEmpty(credential) ? null : key.Hash(credential)[..Digits];
    }

    private static string? FromHeaders(IHeaderDictionary headers)
    {
        foreach (var name in KeyHeaders)
        {
            if (headers.TryGetValue(name, out var values) && values.Count > 0 && values[0] is { Length: > 0 } value)
            {
                return value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].Trim() : value;
            }
        }

        return null;
    }

    private static string? FromQuery(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return null;
        }

        foreach (var range in target.AsSpan(query + 1).Split('&'))
        {
            var pair = target.AsSpan(query + 1)[range];
            if (pair.StartsWith("key=", StringComparison.Ordinal))
            {
                return new string(pair["key=".Length..]);
            }
        }

        return null;
    }
}
