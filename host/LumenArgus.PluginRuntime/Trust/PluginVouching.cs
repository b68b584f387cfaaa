namespace LumenArgus.PluginRuntime.Trust;

/// <summary>Says who vouches for the files of a plugin, whether that decides about anything or not.</summary>
public static class PluginVouching
{
    /// <summary>Says it.</summary>
    /// <param name="id">The plugin.</param>
    /// <param name="folder">Its files.</param>
    /// <param name="trusted">The keys that count.</param>
    /// <param name="shipped">What came with the product.</param>
    /// <returns>For people, for example <c>not signed</c>. A key that is not trusted cannot be checked: what a file says of it may be made up.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static string Of(string id, string folder, IReadOnlyCollection<PluginKey> trusted, ShippedPlugins shipped)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        ArgumentNullException.ThrowIfNull(shipped);
        if (shipped.ProblemOf(id, folder) is null)
        {
            return "none needed: it came with the product";
        }

        return PluginSignature.TryRead(folder, out var unreadable) is not { } signature ? unreadable
            : signature.ProblemOf(folder, trusted) is { } problem ? problem
            : $"of the key {signature.KeyId}, which is among plugins.trusted_keys";
    }
}
