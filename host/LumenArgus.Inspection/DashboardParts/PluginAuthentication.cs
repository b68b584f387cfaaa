using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;

namespace LumenArgus.Inspection.DashboardParts;

/// <summary>Asks plugins who somebody is. One that fails, hangs or is quarantined knows nobody.</summary>
public sealed class PluginAuthentication(CurrentGeneration current, PluginInvoker invoker)
{
    private const int MaxName = 200;

    /// <summary>Whether any plugin can be asked.</summary>
    public bool HasProviders => current.Peek is { AuthProviders.IsEmpty: false };

    /// <summary>Asks the plugins in their order, until one knows.</summary>
    /// <param name="request">Method, path and headers.</param>
    /// <param name="remoteAddress">The peer of the connection.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <returns>The user and the name of the provider; null if nobody knows.</returns>
    public async ValueTask<(DashboardUser User, string Provider)?> FindAsync(RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken)
    {
        using var lease = current.Acquire();
        foreach (var (plugin, part) in lease?.Generation.AuthProviders ?? [])
        {
            var answer = await PluginQuestion.AskAsync(invoker, plugin, "auth", part.Name, token => AskAsync(part.Provider, request, remoteAddress, token), cancellationToken);
            if (answer is { Status: PluginAnswerStatus.Ok, Value: { } user })
            {
                return (user, part.Name);
            }
        }

        return null;
    }

    private static async ValueTask<DashboardUser?> AskAsync(IAuthProvider provider, RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken)
    {
        var user = await provider.AuthenticateAsync(request, remoteAddress, cancellationToken);
        return user is null or { Name.Length: > 0 and <= MaxName, Role: DashboardRole.Viewer or DashboardRole.Admin } && user?.Name.Any(char.IsControl) != true
            ? user
            : throw new InvalidOperationException("The user has no name that can be shown, or no role.");
    }
}
