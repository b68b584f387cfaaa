using LumenArgus.Storage.Findings;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>The findings in the store of a running product. They are written a moment after the answer.</summary>
internal static class StoreRows
{
    /// <summary>Asks until the rows are there.</summary>
    public static async Task<IReadOnlyList<FindingRow>> WaitAsync(ProductHost host, Func<IReadOnlyList<FindingRow>, bool> isComplete)
    {
        var findings = host.Product.Services.GetRequiredService<IFindingStore>();
        using var limit = Limits.Token();
        while (true)
        {
            var page = await findings.PageAsync(FindingFilter.All, 100, 0, limit.Token);
            if (isComplete(page.Findings))
            {
                return page.Findings;
            }
        }
    }

    /// <summary>Asks until so many rows are counted as written, which is a moment after they can be read.</summary>
    public static async Task WaitWrittenAsync(HttpClient client, int rows)
    {
        using var limit = Limits.Token();
        while (!(await client.GetStringAsync("/metrics", limit.Token)).Contains($"lumen_argus_store_written_total {rows}\n", StringComparison.Ordinal))
        {
        }
    }
}
