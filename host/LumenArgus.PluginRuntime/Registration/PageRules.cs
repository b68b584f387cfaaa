using System.Text.RegularExpressions;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>What a page must be to be shown.</summary>
internal static partial class PageRules
{
    private const int MaxId = 64;
    private const int MaxLabel = 40;

    /// <summary>What is wrong with a page; null if nothing is.</summary>
    public static string? ProblemOf(DashboardPage page, bool isRendered)
    {
        if (page.Id is null || page.Id.Length > MaxId || !IdPattern().IsMatch(page.Id))
        {
            return $"has a page whose id is not lower-case words joined by hyphens, at most {MaxId} characters";
        }

        var problem = page switch
        {
            { Label: null or "" } or { Label.Length: > MaxLabel } => $"needs a label of 1..{MaxLabel} characters",
            _ when Array.Exists([page.Label, page.Icon, page.Group], static text => text?.Any(char.IsControl) == true) => "has a control character in its label, icon or group",
            { Css.IsDefault: true } => "has no list of style sheets",
            { Module: null } when !isRendered => "names no module: give one, or what renders it",
            { Module: not null } when isRendered => "names a module and has what renders it: it can only be one of both",
            { Module: { } module } when !IsScript(module) => $"names the module '{module}', which is no .js",
            _ when page.Css.Any(static sheet => sheet?.EndsWith(".css", StringComparison.Ordinal) != true) => "names a style sheet that is no .css",
            _ => null,
        };
        return problem is null ? null : $"has a page '{page.Id}' that {problem}";
    }

    private static bool IsScript(string path) => path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".mjs", StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();
}
