namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>What runs here.</summary>
internal sealed record BuildAnswer(string Service, string Version, string GitCommit, string BuildId, DateTimeOffset BuiltAt, IReadOnlyList<BuildAnswer.PluginBuild> Plugins)
{
    /// <summary>A plugin.</summary>
    internal sealed record PluginBuild(string Name, string Version, string GitCommit, string BuildId);
}
