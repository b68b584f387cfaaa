using Microsoft.Playwright;

namespace LumenArgus.BrowserTests.Looks;

/// <summary>axe-core of the page's own pinned packages.</summary>
internal static class Accessibility
{
    private const string Run = """
        () => axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations.map(violation =>
          `${violation.id} (${violation.impact}): ` + violation.nodes.slice(0, 3).map(node => `${node.target.flat().join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join('; ')))
        """;

    private static readonly string Script = File.ReadAllText(Path.Combine(BuildPaths.DashboardUi, "node_modules", "axe-core", "axe.min.js"));

    /// <summary>What somebody who does not see, or does not use a mouse, would stumble over.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            // The script as a statement, without an answer: what it ends with is no value.
            await page.EvaluateAsync($"() => {{ {Script}\n }}");
        }

        return await page.EvaluateAsync<string[]>(Run);
    }
}
