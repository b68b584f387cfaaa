using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>The parameters of a query as plugins get them: copies, without types of the web server.</summary>
internal static class PluginCallParameters
{
    public static IReadOnlyDictionary<string, string> Of(IQueryCollection query) =>
        query.ToDictionary(static pair => pair.Key, static pair => pair.Value.FirstOrDefault() ?? "", StringComparer.Ordinal);
}
