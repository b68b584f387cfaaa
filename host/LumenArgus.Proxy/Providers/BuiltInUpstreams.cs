namespace LumenArgus.Proxy.Providers;

/// <summary>The upstreams that can be named in a path (<c>/_upstream/&lt;name&gt;/...</c>) without any configuration.</summary>
internal static class BuiltInUpstreams
{
    public static IReadOnlyDictionary<string, Uri> All { get; } = new Dictionary<string, Uri>(StringComparer.Ordinal)
    {
        ["opencode"] = new("https://opencode.ai/zen/v1"),
        ["groq"] = new("https://api.groq.com/openai/v1"),
        ["mistral"] = new("https://api.mistral.ai/v1"),
        ["xai"] = new("https://api.x.ai/v1"),
        ["deepinfra"] = new("https://api.deepinfra.com/v1/openai"),
        ["cerebras"] = new("https://api.cerebras.ai/v1"),
        ["togetherai"] = new("https://api.together.xyz/v1"),
        ["perplexity"] = new("https://api.perplexity.ai"),
        ["openrouter"] = new("https://openrouter.ai/api/v1"),
        ["cohere"] = new("https://api.cohere.com/v2"),
        ["deepseek"] = new("https://api.deepseek.com"),
        ["copilot-individual"] = new("https://api.individual.githubcopilot.com"),
        ["copilot-business"] = new("https://api.business.githubcopilot.com"),
        ["copilot-enterprise"] = new("https://api.enterprise.githubcopilot.com"),
    };
}
