using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Identity;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Identity.Clients;

/// <summary>The tool behind a request.</summary>
/// <param name="Definition">Its entry in the registry; null if it is not known.</param>
/// <param name="Name">Its identifier; of an unknown tool the first product of its User-Agent.</param>
/// <param name="Version">Its version.</param>
internal readonly record struct ClientIdentity(ClientDefinition? Definition, string? Name, string? Version)
{
    private const int MaxVersion = 64;

    /// <summary>Names the tool by the first product of its User-Agent, else by headers that only one tool sends.</summary>
    /// <param name="headers">The headers of its request.</param>
    /// <param name="tokens">The products of its User-Agent.</param>
    /// <param name="added">Tools that plugins have added to those that are known.</param>
    public static ClientIdentity Read(IHeaderDictionary headers, List<string> tokens, ImmutableArray<ClientDefinition> added)
    {
        // A browser says nothing about the tool in it.
        var product = tokens.Count > 0 && !tokens[0].StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase) ? tokens[0] : null;
        if (product is not null && (ClientRegistry.FindByProduct(product) ?? FindAdded(added, product)) is { } known)
        {
            return new ClientIdentity(known, known.Id, VersionIn(product));
        }

        if (ByHeaders(headers, product) is { } told)
        {
            return new ClientIdentity(told, told.Id, Version: null);
        }

        return product is null ? default : new ClientIdentity(null, IdentityText.Cut(product, IdentityText.Product), VersionIn(product));
    }

    private static ClientDefinition? FindAdded(ImmutableArray<ClientDefinition> added, string product)
    {
        foreach (var client in added)
        {
            if (client.UserAgentPrefixes.Any(prefix => product.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                return client;
            }
        }

        return null;
    }

    private static ClientDefinition? ByHeaders(IHeaderDictionary headers, string? product)
    {
        var isAiSdk = product?.StartsWith("ai-sdk/", StringComparison.OrdinalIgnoreCase) == true;
        if (headers.ContainsKey("x-opencode-session") || (isAiSdk && headers.ContainsKey("x-session-affinity")))
        {
            return ClientRegistry.Find("opencode");
        }

        if (headers.ContainsKey("x-cursor-client-version"))
        {
            return ClientRegistry.Find("cursor");
        }

        // OpenRouter asks programs to name themselves there; those that use a bare SDK do.
        return headers.TryGetValue("X-Title", out var titles) && titles.Count > 0 && titles[0] is { } title ? ClientRegistry.FindByTitle(title) : null;
    }

    private static string? VersionIn(string product)
    {
        var slash = product.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return null;
        }

        var rest = product.AsSpan(slash + 1);
        var end = rest.IndexOf('/');
        var version = (end < 0 ? rest : rest[..end]).TrimStart('v');
        return version.Length is > 0 and <= MaxVersion && char.IsAsciiDigit(version[0]) ? new string(version) : null;
    }
}
