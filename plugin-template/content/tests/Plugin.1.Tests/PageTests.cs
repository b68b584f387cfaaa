using System.Text;
using LumenArgus.Abstractions.Model;

namespace Plugin._1.Tests;

public sealed class PageTests
{
    [Fact]
    public async Task Page_OpenedTwice_IsCountedAndEncodesWhatItIsGiven()
    {
        await using var host = await Plugin.LoadAsync();
        await host.RenderPageAsync("SAMPLE-ID");

        var page = await host.RenderPageAsync("SAMPLE-ID", new PageRequest { PageId = "SAMPLE-ID", User = "<ann>" });

        Assert.Contains("Opened 2 times, now by &lt;ann&gt;", page, StringComparison.Ordinal);
        var answer = await host.CallApiAsync(new ApiRequest { Method = "GET", Path = "visits" });
        Assert.Equal("""{"count":2}""", Encoding.UTF8.GetString(answer!.Body.Span));
        Assert.Null(await host.CallApiAsync(new ApiRequest { Method = "GET", Path = "something-else" }));
    }
}
