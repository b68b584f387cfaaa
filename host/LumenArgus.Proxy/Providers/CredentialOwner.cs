using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Providers;

/// <summary>
/// Whose a credential is, where its beginning says so beyond doubt. Vendors have paths in common (<c>/v1/chat/completions</c>), so a path alone would hand one
/// vendor's key to another.
/// </summary>
internal static class CredentialOwner
{
    private static readonly string[] KeyHeaders = ["x-api-key", "api-key", "x-goog-api-key"];

    private static readonly (string Prefix, ImmutableArray<string> Owners)[] Keys =
    [
        ("sk-ant-", ["anthropic"]),
        ("sk-or-", ["openrouter"]),
        ("sk-proj-", ["openai"]),
        ("AIza", ["gemini", "vertex"]),
        ("gsk_", ["groq"]),
        ("xai-", ["xai"]),
        ("pplx-", ["perplexity"]),
        ("csk-", ["cerebras"]),
    ];

    /// <summary>Names of the providers or upstreams that may see the request's credential; empty if it does not say whose it is.</summary>
    public static ImmutableArray<string> Of(RequestHead head)
    {
        // All clients of Copilot send it, and their token has no telling form.
        if (head.HasHeader("copilot-integration-id"))
        {
            return ["copilot"];
        }

        foreach (var credential in BearerToken.Of(head).Concat(KeyHeaders.SelectMany(head.HeaderValues)))
        {
            foreach (var (prefix, owners) in Keys)
            {
                if (credential.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return owners;
                }
            }
        }

        return [];
    }
}
