namespace LumenArgus.Proxy.Identity;

/// <summary>Names the tool behind a User-Agent: the known ones by their stable identifier, any other by its first product token (RFC 9110, 10.1.5).</summary>
internal static class ClientNames
{
    private const int MaxNameLength = 128;

    // What the tools send today, seen on the wire, and the original's prefixes.
    private static readonly (string Prefix, string Id)[] Known =
    [
        ("claude-cli/", "claude_code"),
        ("claude-code/", "claude_code"),
        ("codex_exec/", "codex_cli"),
        ("codex_cli_rs/", "codex_cli"),
        ("codex/", "codex_cli"),
        ("openai-codex/", "codex_cli"),
        ("geminicli", "gemini_cli"),
        ("gemini-cli/", "gemini_cli"),
        ("copilot/", "copilot_cli"),
        ("github-copilot/", "copilot"),
        ("aider/", "aider"),
        ("opencode/", "opencode"),
        ("cursor/", "cursor"),
    ];

    /// <summary>Reads name and version.</summary>
    /// <param name="userAgent">The header value.</param>
    /// <returns>Identifier and version; null where the header tells nothing (browsers say Mozilla).</returns>
    public static (string? Name, string? Version) Read(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent) || userAgent.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase))
        {
            return (null, null);
        }

        var end = userAgent.IndexOf(' ', StringComparison.Ordinal);
        var token = end < 0 ? userAgent : userAgent[..end];
        var slash = token.IndexOf('/', StringComparison.Ordinal);
        var version = slash < 0 ? null : VersionIn(token.AsSpan(slash + 1));
        foreach (var (prefix, id) in Known)
        {
            if (token.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return (id, version);
            }
        }

        return (token.Length > MaxNameLength ? token[..MaxNameLength] : token, version);
    }

    private static string? VersionIn(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('/');
        var version = end < 0 ? text : text[..end];
        return version.Length is > 0 and <= 64 && char.IsAsciiDigit(version[0]) ? new string(version) : null;
    }
}
