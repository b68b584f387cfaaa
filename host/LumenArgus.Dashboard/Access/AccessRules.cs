using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Dashboard.Access;

/// <summary>What a dashboard asks of its callers.</summary>
/// <param name="Config">The section <c>dashboard</c>.</param>
/// <param name="Token">The access token; null where nobody is asked.</param>
/// <param name="TokenFile">Where it is, as it is shown.</param>
internal sealed record AccessRules(DashboardConfig Config, AccessToken? Token, string TokenFile)
{
    /// <summary>The ways to log in, the preferred one first.</summary>
    public IReadOnlyList<string> Methods => Config.Auth == DashboardAuth.None ? [] : (Config.Password ?? Config.ViewerPassword) is null ? ["token"] : ["password", "token"];

    /// <summary>The preferred way.</summary>
    public string Auth => Methods is [var first, ..] ? first : "none";
}
