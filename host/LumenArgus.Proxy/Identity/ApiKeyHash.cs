using LumenArgus.Storage.Hashing;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Identity;

/// <summary>Tells callers apart by their credential without keeping it: 16 hexadecimal digits of a hash whose key never leaves the home folder.</summary>
internal sealed class ApiKeyHash(HashKey key)
{
    private const int Digits = 16;

    public string? Of(IHeaderDictionary headers)
    {
        var credential = FirstOf(headers, "x-api-key") ?? FirstOf(headers, "Authorization") ?? FirstOf(headers, "x-goog-api-key");
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        return key.Hash(credential)[..Digits];
    }

    private static string? FirstOf(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
