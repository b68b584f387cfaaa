namespace LumenArgus.PluginRuntime.Loading;

/// <summary>The content of a plugin's folder that is not in use, while an earlier one is.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Version">The version that is refused; empty where its manifest is not valid.</param>
/// <param name="Reason">What its author or the operator must do.</param>
/// <param name="Folder">Where it is.</param>
public sealed record PluginRefusal(string Id, string Version, string Reason, string Folder)
{
    /// <summary>One sentence for a person.</summary>
    /// <returns>The refused version with the reason.</returns>
    public override string ToString() => $"{(Version.Length == 0 ? "what is" : "version " + Version)} in its folder is not used: {Reason}";
}
