using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Providers;

internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The bearer tokens of a request; one of them is one too many, but each is looked at.</summary>
    public static IEnumerable<string> Of(RequestHead head) => head.HeaderValues("authorization")
        .Where(static value => value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)).Select(static value => value[Scheme.Length..].TrimStart());

    public static bool StartsWith(RequestHead head, string prefix) => Of(head).Any(token => token.StartsWith(prefix, StringComparison.Ordinal));
}
