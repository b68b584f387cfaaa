using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Identity;

/// <summary>Tells callers apart by their credential without keeping it: 16 hexadecimal digits of a hash whose key never leaves the process.</summary>
internal sealed class ApiKeyHash
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string? Of(IHeaderDictionary headers)
    {
        var credential = FirstOf(headers, "x-api-key") ?? FirstOf(headers, "Authorization") ?? FirstOf(headers, "x-goog-api-key");
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(credential)).AsSpan(0, 8));
    }

    private static string? FirstOf(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
