using LumenArgus.Dashboard.Api.Findings;

namespace LumenArgus.Tests.Dashboard;

public sealed class FindingViewTests
{
    [Theory]
    [InlineData("messages[0].content", new string[0])]
    [InlineData("messages[0].content[base64]", new[] { "base64" })]
    [InlineData("messages[0].content[0][base64][gzip]", new[] { "base64", "gzip" })]
    [InlineData("messages[12]", new string[0])]
    [InlineData("a[other]", new string[0])]
    [InlineData("[hex]", new[] { "hex" })]
    [InlineData("", new string[0])]
    [InlineData("]", new string[0])]
    public void ChainOf_Location_IsWhatWasDecoded(string location, string[] chain) => FindingView.ChainOf(location).ShouldBe(chain);
}
