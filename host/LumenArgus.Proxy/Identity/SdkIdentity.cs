using LumenArgus.Inspection.Identity;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Identity;

/// <summary>The library that sent a request and what runs it.</summary>
/// <param name="Name">For example <c>anthropic-js</c>, <c>ai-sdk/openai</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Runtime">For example <c>node/v20.11.0</c>.</param>
internal readonly record struct SdkIdentity(string? Name, string? Version, string? Runtime)
{
    /// <summary>Reads the products of the User-Agent, the headers of the SDKs that Stainless makes (Anthropic, OpenAI) and Google's <c>x-goog-api-client</c>.</summary>
    /// <param name="headers">The request headers.</param>
    /// <param name="tokens">The products of the User-Agent.</param>
    /// <param name="isKnownClient">Whether the first product is a tool of the registry; if not, it is the library itself.</param>
    public static SdkIdentity Read(IHeaderDictionary headers, List<string> tokens, bool isKnownClient)
    {
        var runtime = Runtimes(headers, tokens);
        var (name, version) = AiSdk(tokens) ?? Stainless(headers, tokens) ?? Google(headers) ?? (isKnownClient ? default : FirstProduct(tokens));
        return new SdkIdentity(Cut(name), Cut(version), Cut(runtime));
    }

    // ai-sdk/openai/2.0.5
    private static (string? Name, string? Version)? AiSdk(List<string> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.StartsWith("ai-sdk/", StringComparison.OrdinalIgnoreCase))
            {
                var slash = token.LastIndexOf('/');
                return slash > "ai-sdk/".Length ? (token[..slash], token[(slash + 1)..]) : (token, null);
            }
        }

        return null;
    }

    // The User-Agent is OpenAI/JS or AsyncAnthropic/Python, unless the tool has set its own.
    private static (string? Name, string? Version)? Stainless(IHeaderDictionary headers, List<string> tokens)
    {
        if (First(headers, "X-Stainless-Lang") is not { } language)
        {
            return null;
        }

        var isAnthropic = headers.ContainsKey("anthropic-version") || (tokens.Count > 0 && tokens[0].Contains("anthropic", StringComparison.OrdinalIgnoreCase));
        return ((isAnthropic ? "anthropic-" : "openai-") + language.ToLowerInvariant(), First(headers, "X-Stainless-Package-Version"));
    }

    // google-genai-sdk/1.30.0 gl-node/v20.20.2
    private static (string? Name, string? Version)? Google(IHeaderDictionary headers) =>
        First(headers, "x-goog-api-client")?.Split(' ', 2)[0] is { Length: > 0 } product && product.Contains("sdk", StringComparison.Ordinal) ? Split(product) : null;

    private static (string? Name, string? Version) FirstProduct(List<string> tokens) => tokens.Count == 0 ? default : Split(tokens[0]);

    private static (string? Name, string? Version) Split(string product)
    {
        var slash = product.LastIndexOf('/');
        return slash < 0 ? (product, null) : (product[..slash], product[(slash + 1)..]);
    }

    private static string? Runtimes(IHeaderDictionary headers, List<string> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.StartsWith("runtime/", StringComparison.OrdinalIgnoreCase))
            {
                return token["runtime/".Length..];
            }
        }

        if (First(headers, "X-Stainless-Runtime") is { } runtime)
        {
            return First(headers, "X-Stainless-Runtime-Version") is { } version ? $"{runtime}/{version}" : runtime;
        }

        return First(headers, "x-goog-api-client")?.Split(' ').FirstOrDefault(static part => part.StartsWith("gl-", StringComparison.Ordinal))?["gl-".Length..];
    }

    private static string? First(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values) && values.Count > 0 ? IdentityText.Cut(values[0], IdentityText.Name) : null;

    private static string? Cut(string? text) => IdentityText.Cut(text, IdentityText.Product);
}
