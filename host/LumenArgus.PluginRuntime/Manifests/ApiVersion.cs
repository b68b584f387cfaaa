using System.Globalization;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>MAJOR.MINOR of the contract: the <c>AssemblyVersion</c> of LumenArgus.Abstractions.</summary>
/// <param name="Major">Changes when a plugin must be changed.</param>
/// <param name="Minor">Grows when something is added.</param>
public readonly record struct ApiVersion(int Major, int Minor)
{
    /// <summary>The contract of this host.</summary>
    public static ApiVersion Host { get; } = From(typeof(ILumenPlugin).Assembly.GetName().Version ?? new Version(0, 0));

    /// <summary>Takes the first two parts of an assembly version.</summary>
    /// <param name="version">The assembly version.</param>
    /// <returns>The contract version.</returns>
    public static ApiVersion From(Version version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new ApiVersion(version.Major, version.Minor);
    }

    /// <summary>Reads <c>1.3</c>.</summary>
    /// <param name="text">Two decimal numbers with a dot between them.</param>
    /// <param name="version">The version.</param>
    /// <returns>False if the text is anything else.</returns>
    public static bool TryParse(string? text, out ApiVersion version)
    {
        version = default;
        if (text is null || text.IndexOf('.') is var dot && dot < 0)
        {
            return false;
        }

        if (!int.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ||
            !int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
        {
            return false;
        }

        version = new ApiVersion(major, minor);
        return true;
    }

    /// <summary>Whether a plugin built against <paramref name="plugin"/> runs on this contract.</summary>
    /// <param name="plugin">The plugin's contract version.</param>
    /// <returns>True for the same major and the same or a smaller minor.</returns>
    public bool Accepts(ApiVersion plugin) => plugin.Major == Major && plugin.Minor <= Minor;

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}";
}
