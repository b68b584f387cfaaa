using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.HeaderAuth;

/// <summary>Believes headers of a trusted proxy, and of nobody else.</summary>
internal sealed class HeaderAuthProvider(HeaderAuthOptions options) : IAuthProvider
{
    private const string Everybody = "*";
    private const int MaxName = 200;

    private readonly byte[]? _secret = options.Secret is { } secret ? Encoding.UTF8.GetBytes(secret) : null;

    public string Name => "header";

    public ValueTask<DashboardUser?> AuthenticateAsync(RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(remoteAddress);
        return ValueTask.FromResult(IsTrusted(remoteAddress) && ShowsSecret(request) && NameOf(request) is { } name && RoleOf(request) is { } role
            ? new DashboardUser(name, role)
            : null);
    }

    private bool IsTrusted(IPAddress address) => options.TrustedProxies.Any(network => network.Contains(address));

    private bool ShowsSecret(RequestHead request) => _secret is null
        || (Single(request, options.SecretHeader) is { } shown && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), _secret));

    // With a comma it may be two headers that were joined on the way: what the caller sent, and what the proxy added.
    private string? NameOf(RequestHead request) =>
        Single(request, options.UserHeader)?.Trim() is { Length: > 0 and <= MaxName } name && !name.Any(static letter => char.IsControl(letter) || letter == ',') ? name : null;

    private DashboardRole? RoleOf(RequestHead request)
    {
        var groups = request.HeaderValues(options.GroupsHeader)
            .SelectMany(static line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToImmutableHashSet(StringComparer.Ordinal);
        return options.AdminGroups.Any(groups.Contains) ? DashboardRole.Admin
            : options.ViewerGroups.Any(group => group == Everybody || groups.Contains(group)) ? DashboardRole.Viewer
            : null;
    }

    // Two of them: one may be what the caller sent and the proxy left in.
    private static string? Single(RequestHead request, string header) => request.HeaderValues(header).Take(2).ToArray() is [var one] ? one : null;
}
