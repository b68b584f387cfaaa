using System.Net;
using System.Text.Json;
using LumenArgus.FunctionalTests.Product;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>The API document names every endpoint, and every endpoint that it names answers, right and wrong.</summary>
public sealed class ApiDocumentTests
{
    // What is asked for in a path, and what is not there.
    private const string Missing = "999999";

    // Ends the session that the test uses, or answers for as long as somebody listens.
    private static readonly string[] CalledElsewhere = ["delete /api/v1/session", "get /api/v1/live"];

    [Fact]
    public async Task Endpoints_OfTheDocument_AnswerRightAndWrong()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        await fixture.PromptAsync($"key {Bodies.AwsKey}");
        var document = (await fixture.Client.GetAsync("/api/v1/openapi.json")).Json;
        document.GetProperty("openapi").GetString().ShouldStartWith("3.");
        using var unknown = DashboardClient.Unknown(fixture.Server);
        var called = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = $"{operation.Name} {path.Name}";
                operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(name);
                if (CalledElsewhere.Contains(name))
                {
                    continue;
                }

                called++;
                await CallAsync(fixture.Client, unknown, path.Name, operation.Name, operation.Value);
            }
        }

        called.ShouldBeGreaterThan(55);
    }

    [Fact]
    public async Task Schemas_OfTheDocument_HaveTheNamesAndTypesOfTheAnswers()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var schemas = (await fixture.Client.GetAsync("/api/v1/openapi.json")).Json.GetProperty("components").GetProperty("schemas");

        var described = schemas.GetProperty("StatusAnswer").GetProperty("properties");
        var answered = (await fixture.Client.GetAsync("/api/v1/status")).Json;

        described.EnumerateObject().Select(static property => property.Name).ShouldBe(answered.EnumerateObject().Select(static property => property.Name), ignoreOrder: true);
        described.GetProperty("requests_total").GetProperty("type").GetString().ShouldBe("integer");
    }

    [Fact]
    public async Task Document_OfWhatIsBesideTheBodies_SaysHowToLogInAndWhatIsAnswered()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var document = (await fixture.Client.GetAsync("/api/v1/openapi.json")).Json;

        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("LumenArgus dashboard");
        document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(static scheme => scheme.Value.GetProperty("type").GetString()).ShouldBe(["http", "apiKey"]);
        document.GetProperty("security").EnumerateArray().SelectMany(static way => way.EnumerateObject()).Select(static scheme => scheme.Name).ShouldBe(["token", "session"]);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = $"{operation.Name} {path.Name}";
                operation.Value.GetProperty("responses").EnumerateObject().ShouldContain(static answer => answer.Name.StartsWith('2'), name);
                var parameters = operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
                parameters.Where(static parameter => parameter.GetProperty("in").GetString() == "path").ShouldAllBe(
                    parameter => path.Name.Contains("{" + parameter.GetProperty("name").GetString() + "}", StringComparison.Ordinal), name);
            }
        }

        Answers("/api/v1/config", "put").ShouldBe(["200", "207", "400", "401", "403", "409", "413", "415"], ignoreOrder: true);
        Answers("/api/v1/session", "post").ShouldContain("429");
        Answers("/api/v1/findings/{id}", "get").ShouldContain("404");
        document.GetProperty("paths").GetProperty("/api/v1/config").GetProperty("put").GetProperty("responses").GetProperty("400").GetProperty("content")
            .EnumerateObject().Select(static content => content.Name).ShouldBe(["application/problem+json", "application/json"], ignoreOrder: true);

        List<string> Answers(string path, string verb) =>
            [.. document.GetProperty("paths").GetProperty(path).GetProperty(verb).GetProperty("responses").EnumerateObject().Select(static answer => answer.Name)];
    }

    private static async Task CallAsync(DashboardClient client, DashboardClient unknown, string path, string verb, JsonElement operation)
    {
        var name = $"{verb} {path}";
        var method = new HttpMethod(verb.ToUpperInvariant());
        var address = path.Replace("{id}", Missing, StringComparison.Ordinal).Replace("{name}", Missing, StringComparison.Ordinal);
        var body = method == HttpMethod.Get ? null : "{}";

        // Right: nothing ends in a defect, and an error is one that says what is wrong.
        var reply = await client.SendAsync(method, address, body);
        ((int)reply.Status).ShouldBeLessThan(500, $"{name}: {reply.Text}");
        if (method == HttpMethod.Get && !address.Contains(Missing, StringComparison.Ordinal))
        {
            reply.Status.ShouldBe(HttpStatusCode.OK, name);
        }
        else if ((int)reply.Status >= 400 && reply.Json.TryGetProperty("type", out _))
        {
            reply.Headers["Content-Type"].ShouldBe("application/problem+json", name);
            reply.Error.ShouldNotBeNullOrEmpty(name);
        }

        // Wrong: without a session, with a body that is none, with parameters that are none.
        if (path != "/api/v1/session" || method != HttpMethod.Post)
        {
            (await unknown.SendAsync(method, address, body)).Status.ShouldBe(HttpStatusCode.Unauthorized, name);
        }

        if (operation.TryGetProperty("requestBody", out _))
        {
            foreach (var wrong in new[] { "", "[1]", "{\"x\":", "null" })
            {
                var refused = await client.SendAsync(method, address, wrong);
                ((int)refused.Status).ShouldBeInRange(400, 499, $"{name} with {wrong}");
                refused.Error.ShouldNotBeNullOrEmpty(name);
            }
        }

        foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().ToArray() : [])
        {
            if (parameter.GetProperty("in").GetString() == "query" && parameter.GetProperty("schema").GetProperty("type").GetString() == "integer")
            {
                (await client.SendAsync(method, $"{address}?{parameter.GetProperty("name").GetString()}=x", body)).Status.ShouldBe(HttpStatusCode.BadRequest, name);
            }
        }
    }
}
