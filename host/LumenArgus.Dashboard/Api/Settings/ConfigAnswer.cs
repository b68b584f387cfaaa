using System.Text.Json.Nodes;

namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>The configuration in use.</summary>
internal sealed record ConfigAnswer
{
    public required JsonObject Values { get; init; }

    /// <summary>Where each value comes from: <c>default</c>, <c>file</c>, <c>dashboard</c> or <c>command line</c>.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    public required IReadOnlyList<string> RestartKeys { get; init; }

    /// <summary>What can be changed here.</summary>
    public required IReadOnlyList<string> EditableKeys { get; init; }

    public string? File { get; init; }

    public required ReloadInfo Reload { get; init; }

    public required CommunityConfig Community { get; init; }

    /// <summary>The last reload, with the generation it led to; before the first one the generation of the start.</summary>
    internal sealed record ReloadInfo(long Generation, DateTimeOffset? At, IReadOnlyList<string> Problems);

    /// <summary>The part that the original shows.</summary>
    internal sealed record CommunityConfig(CommunityProxy Proxy, string DefaultAction, IReadOnlyDictionary<string, CommunityDetector> Detectors);

    /// <summary>Its proxy.</summary>
    internal sealed record CommunityProxy(int Port, string Bind, int Timeout, int ConnectTimeout, int Retries);

    /// <summary>One of its detectors.</summary>
    internal sealed record CommunityDetector(bool Enabled, string Action);
}
