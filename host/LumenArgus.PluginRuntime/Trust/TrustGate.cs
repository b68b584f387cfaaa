using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.PluginRuntime.Trust;

/// <summary>Which plugins may be loaded of those that are found. Looks at the copy that is loaded, not at the folder it was copied from.</summary>
public abstract class TrustGate
{
    /// <summary>All of them.</summary>
    public static TrustGate Open { get; } = new OpenGate();

    /// <summary>Whether folders that others can write to are refused.</summary>
    public virtual bool RefusesWritableFolders => true;

    /// <summary>Those whose content the operator has accepted.</summary>
    /// <param name="pinsFile">Where the pins are; read each time, because a command writes them while the product runs.</param>
    /// <returns>The gate.</returns>
    public static TrustGate Pinned(string pinsFile) => new PinnedGate(pinsFile);

    /// <summary>Those that came with the product, and those that a trusted key vouches for.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="shipped">What came with the product.</param>
    /// <returns>The gate.</returns>
    public static TrustGate SignedBy(ImmutableArray<PluginKey> keys, ShippedPlugins shipped) => new SignedGate(keys, shipped);

    /// <summary>Says why a plugin is trusted, or refuses it.</summary>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="folder">The files that are loaded.</param>
    /// <param name="contentHash">Their hash.</param>
    /// <returns>For people, for example <c>pinned</c>.</returns>
    /// <exception cref="PluginLoadException">It is not trusted.</exception>
    /// <exception cref="IOException">Its files cannot be read.</exception>
    internal abstract string Check(PluginManifest manifest, string folder, string contentHash);

    /// <summary>Refuses a folder that others can write to, where that matters.</summary>
    /// <exception cref="PluginLoadException">They can.</exception>
    internal void CheckFolder(string folder)
    {
        if (RefusesWritableFolders && FolderOwnership.Of(folder) is { IsWritableByOthers: true } ownership)
        {
            throw new PluginLoadException($"{ownership.Explanation} (plugins.trust wants it so)");
        }
    }

    private sealed class OpenGate : TrustGate
    {
        public override bool RefusesWritableFolders => false;

        internal override string Check(PluginManifest manifest, string folder, string contentHash) => "open";
    }

    private sealed class PinnedGate(string pinsFile) : TrustGate
    {
        private const int Shown = 12;

        internal override string Check(PluginManifest manifest, string folder, string contentHash)
        {
            var pins = PluginPins.TryRead(pinsFile, out var problem) ?? throw new PluginLoadException(problem);
            var accept = $"'lumen-argus plugins trust {manifest.Id}' accepts it";
            return !pins.ById.TryGetValue(manifest.Id, out var pin) ? throw new PluginLoadException($"nobody has accepted it (plugins.trust: pinned); its content is {contentHash[..Shown]}: {accept}")
                : pin.ContentHash == contentHash ? "pinned"
                : throw new PluginLoadException($"its content is {contentHash[..Shown]}, accepted was {pin.ContentHash[..Math.Min(Shown, pin.ContentHash.Length)]} ({pin.Version}): {accept}");
        }
    }

    private sealed class SignedGate(ImmutableArray<PluginKey> keys, ShippedPlugins shipped) : TrustGate
    {
        internal override string Check(PluginManifest manifest, string folder, string contentHash)
        {
            var changed = shipped.ProblemOf(manifest.Id, folder);
            if (changed is null)
            {
                return "came with the product";
            }

            if (PluginSignature.TryRead(folder, out var unreadable) is { } signature)
            {
                return signature.ProblemOf(folder, keys) is { } problem ? throw new PluginLoadException($"{problem} (plugins.trust: signed)") : $"signed with {signature.KeyId}";
            }

            throw new PluginLoadException(changed.Length == 0
                ? $"{unreadable} (plugins.trust: signed)"
                : $"{unreadable}, and is not as it came with the product: {changed} (plugins.trust: signed)");
        }
    }
}
