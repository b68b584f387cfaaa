using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Identity.Clients;

/// <summary>The tools that are known. The first one whose prefix fits counts.</summary>
public static partial class ClientRegistry
{
    /// <summary>All of them, in a stable order.</summary>
    public static ImmutableArray<ClientDefinition> All { get; } = [.. CommandLineTools, .. Editors, .. Unsupported];

    /// <summary>Finds a tool by its identifier.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>Null if there is none.</returns>
    public static ClientDefinition? Find(string id) => All.FirstOrDefault(client => client.Id == id);

    /// <summary>Finds a tool by the first product of its User-Agent.</summary>
    /// <param name="product">For example <c>claude-cli/2.1.330</c>.</param>
    /// <returns>Null if none begins so.</returns>
    public static ClientDefinition? FindByProduct(string product)
    {
        foreach (var client in All)
        {
            foreach (var prefix in client.UserAgentPrefixes)
            {
                if (product.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                {
                    return client;
                }
            }
        }

        return null;
    }

    /// <summary>Finds a tool by the name it calls itself in a title.</summary>
    /// <param name="title">For example <c>Roo Code</c>.</param>
    /// <returns>Null if none is called so.</returns>
    public static ClientDefinition? FindByTitle(string title) =>
        All.FirstOrDefault(client => client.DisplayName.Equals(title.Trim(), StringComparison.OrdinalIgnoreCase));
}
