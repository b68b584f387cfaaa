namespace LumenArgus.Proxy.Identity;

/// <summary>The products of a User-Agent header (RFC 9110, 10.1.5), comments left out.</summary>
internal static class UserAgentTokens
{
    // Tools name three or four; the rest of an endless header says nothing.
    private const int MaxTokens = 16;

    /// <summary>Splits a header.</summary>
    /// <returns>For example <c>opencode/1.18.33</c>, <c>ai-sdk/openai/2.0</c>, <c>runtime/bun/1.3</c>. A product whose version stands behind a space (<c>OpenAI/JS 7.57.0</c>) is one token.</returns>
    public static List<string> Of(string userAgent)
    {
        var tokens = new List<string>();
        var depth = 0;
        foreach (var range in userAgent.AsSpan().Split(' '))
        {
            var word = userAgent.AsSpan()[range];
            if (tokens.Count == MaxTokens)
            {
                break;
            }

            if (depth == 0 && word.Length > 0 && word[0] != '(')
            {
                if (tokens.Count == 1 && char.IsAsciiDigit(word[0]) && !word.Contains('/'))
                {
                    tokens[0] = $"{tokens[0]}/{word}";
                }
                else
                {
                    tokens.Add(new string(word));
                }

                continue;
            }

            depth = Math.Max(0, depth + word.Count('(') - word.Count(')'));
        }

        return tokens;
    }
}
