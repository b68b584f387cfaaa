using System.Net;
using System.Text.Json;

namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>Two hundred shapes that no provider has: whatever they look like, what is in them is found.</summary>
public sealed class RandomShapeTests(CoverageFixture fixture) : IClassFixture<CoverageFixture>
{
    private const int Shapes = 200;

    private static readonly string[] Paths = ["/v1/messages", "/v1/responses", "/v1beta/models/m:generateContent", "/model/m/converse", "/api/chat", "/_upstream/raw/x"];

    [Fact]
    public async Task Secret_AnywhereInARandomShape_IsBlocked()
    {
        for (var seed = 0; seed < Shapes; seed++)
        {
            var body = RandomJson.Planted(seed);
            IsJson(body).ShouldBeTrue($"shape {seed}");
            using var response = await fixture.Host.PostAsync(Paths[seed % Paths.Length], body);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"shape {seed}");
        }

        fixture.Provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task RandomShape_WithoutASecret_IsSentAsItCame()
    {
        for (var seed = 0; seed < Shapes; seed++)
        {
            var body = RandomJson.Clean(seed);
            using var response = await fixture.Host.PostAsync(Paths[seed % Paths.Length], body);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, $"shape {seed}");
            fixture.Provider.Requests.ShouldHaveSingleItem().BodyText.ShouldBe(body);
            fixture.Provider.ClearRequests();
        }
    }

    private static bool IsJson(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
    }
}
