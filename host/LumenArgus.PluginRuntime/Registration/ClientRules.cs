using System.Buffers;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>What a tool that a plugin brings must be like.</summary>
internal static class ClientRules
{
    private const int MaxName = 64;

    private static readonly SearchValues<char> IdLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Looks at a tool.</summary>
    /// <returns>What is wrong; null if nothing is.</returns>
    public static string? ProblemOf(ClientDefinition client)
    {
        if (client.Id is null or { Length: 0 or > MaxName } || client.Id.AsSpan().ContainsAnyExcept(IdLetters))
        {
            return $"has a client whose Id is not 1..{MaxName} lower-case letters, digits and _";
        }

        if (client.UserAgentPrefixes.IsDefaultOrEmpty || client.UserAgentPrefixes.Any(static prefix => !IsPrefix(prefix)))
        {
            return $"has a client '{client.Id}' without the beginning of a User-Agent, in lower case and with its slash, for example acme-agent/";
        }

        return client.Proxy is null || client.DisplayName is null || client.Website is null || client.Category is not ("cli" or "ide") || client.Provider is null
            ? $"has a client '{client.Id}' that lacks its name, website, provider, proxy setup, or a category, which is cli or ide"
            : null;
    }

    private static bool IsPrefix(string? prefix) =>
        prefix is { Length: > 1 and <= MaxName } && !prefix.Any(static letter => char.IsWhiteSpace(letter) || char.IsUpper(letter));
}
