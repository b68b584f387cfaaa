using System.Collections.Immutable;
using System.Net;
using LumenArgus.Abstractions.Plugin;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.HeaderAuth;

/// <summary>The section <c>plugins.lumenargus.headerauth</c>.</summary>
internal sealed record HeaderAuthOptions
{
    /// <summary><c>trusted_proxies</c>: only a connection from one of these can name somebody.</summary>
    public required ImmutableArray<IPNetwork> TrustedProxies { get; init; }

    /// <summary><c>user_header</c>.</summary>
    public required string UserHeader { get; init; }

    /// <summary><c>groups_header</c>: groups by comma, in one line or several.</summary>
    public required string GroupsHeader { get; init; }

    /// <summary><c>admin_groups</c>: who is in one of these may change things.</summary>
    public required ImmutableArray<string> AdminGroups { get; init; }

    /// <summary><c>viewer_groups</c>: who is in one of these may look; <c>*</c> is everybody whom the proxy names.</summary>
    public required ImmutableArray<string> ViewerGroups { get; init; }

    /// <summary><c>secret_header</c>: the header in which the proxy shows the secret.</summary>
    public required string SecretHeader { get; init; }

    /// <summary><c>secret</c>: what the proxy must show beside its address, for a machine whose other programs could connect as well; null for nothing.</summary>
    public string? Secret { get; init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="PluginNotConfiguredException">Something without which nobody could come in is missing.</exception>
    /// <exception cref="FormatException">A value is wrong.</exception>
    public static HeaderAuthOptions Read(IConfiguration section)
    {
        var options = new HeaderAuthOptions
        {
            TrustedProxies = [.. Texts(section, "trusted_proxies").Select(Network)],
            UserHeader = Header(section, "user_header", "X-Forwarded-User"),
            GroupsHeader = Header(section, "groups_header", "X-Forwarded-Groups"),
            AdminGroups = Texts(section, "admin_groups"),
            ViewerGroups = Texts(section, "viewer_groups"),
            SecretHeader = Header(section, "secret_header", "X-LumenArgus-Proxy-Secret"),
            Secret = section["secret"] is { Length: > 0 } secret ? secret : null,
        };
        if (options.TrustedProxies.IsEmpty)
        {
            throw new PluginNotConfiguredException("not configured: set plugins.lumenargus.headerauth.trusted_proxies to the addresses of the reverse proxy");
        }

        return options.AdminGroups.IsEmpty && options.ViewerGroups.IsEmpty
            ? throw new PluginNotConfiguredException("not configured: set plugins.lumenargus.headerauth.admin_groups or viewer_groups, else nobody comes in")
            : options;
    }

    private static IPNetwork Network(string text)
    {
        var network = IPNetwork.TryParse(text, out var read) ? read
            : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new FormatException($"trusted_proxies: '{text}' is neither an address nor a network such as 10.1.0.0/16");
        return network.PrefixLength > 0 ? network : throw new FormatException($"trusted_proxies: '{text}' is everybody, and everybody could be anybody");
    }

    private static string Header(IConfiguration section, string key, string fallback)
    {
        var name = section[key] ?? fallback;
        return name.Length > 0 && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? name
            : throw new FormatException($"{key}: must be the name of a header");
    }

    private static ImmutableArray<string> Texts(IConfiguration section, string key) =>
        section[key] is { Length: > 0 } one ? [one] : [.. section.GetSection(key).GetChildren().Select(static child => child.Value).OfType<string>().Where(static text => text.Length > 0)];
}
