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
}
