using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>What somebody sees who opens the dashboard behind real traffic.</summary>
public sealed class ReadTests
{
    [Fact]
    public async Task Finding_OfARequest_IsInListDetailSessionCountsAndAudit()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var client = fixture.Client;
        await fixture.PromptAsync($"key {Bodies.AwsKey}");

        var list = (await client.GetAsync("/api/v1/findings")).Json;
        var row = list.GetProperty("findings")[0];
        row.GetProperty("finding_type").GetString().ShouldBe("aws_access_key");
        row.GetProperty("value_preview").GetString().ShouldStartWith("AKIA****");
        row.GetProperty("context").GetString().ShouldBe("key AKIA****");
        row.GetProperty("client_name").GetString().ShouldBe("claude_code");
        row.GetProperty("request_id").GetInt64().ShouldBe(1);
        row.GetProperty("decode_chain").GetArrayLength().ShouldBe(0);
        var id = row.GetProperty("id").GetInt64();
        (await client.GetAsync($"/api/v1/findings/{id}")).Json.GetProperty("exchange_id").GetString().ShouldBe(row.GetProperty("exchange_id").GetString());

        var facets = (await client.GetAsync("/api/v1/findings/facets")).Json;
        facets.GetProperty("finding_type")[0].GetProperty("value").GetString().ShouldBe("aws_access_key");
        (await client.GetAsync("/api/v1/stats")).Json.GetProperty("today_count").GetInt64().ShouldBe(1);
        var matrix = (await client.GetAsync("/api/v1/stats/advanced?days=1")).Json.GetProperty("activity_matrix");
        matrix.EnumerateArray().Sum(static day => day.GetProperty("hours").EnumerateArray().Sum(static hour => hour.GetInt64())).ShouldBe(1);

        var session = (await client.GetAsync("/api/v1/sessions/s1")).Json;
        session.GetProperty("tainted_at").GetString().ShouldBe(row.GetProperty("exchange_id").GetString());
        session.GetProperty("turns")[0].GetProperty("findings").GetArrayLength().ShouldBe(1);
        session.GetProperty("turns")[0].GetProperty("endpoint").GetString().ShouldBe("/v1/messages");
        (await client.GetAsync("/api/v1/sessions")).Json.GetProperty("sessions")[0].GetProperty("session_id").GetString().ShouldBe("s1");

        var audit = (await client.GetAsync("/api/v1/audit?search=messages")).Json;
        audit.GetProperty("entries")[0].GetProperty("findings")[0].GetProperty("type").GetString().ShouldBe("aws_access_key");
        (await client.GetAsync("/api/v1/audit?action=block")).Json.GetProperty("total").GetInt32().ShouldBe(0);
        var status = (await client.GetAsync("/api/v1/status")).Json;
        (status.GetProperty("total_findings").GetInt64(), status.GetProperty("requests_total").GetInt64()).ShouldBe((1, 1));
        (await client.GetAsync("/api/v1/first-run")).Json.GetProperty("tools")[0].GetProperty("seen").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("127.0.0.1", "10.1.2.3:8081", "http://127.0.0.1:")]
    [InlineData("0.0.0.0", "10.1.2.3:8081", "http://10.1.2.3:")]
    [InlineData("0.0.0.0", "[fd00::5]:8081", "http://[fd00::5]:")]
    [InlineData("0.0.0.0", "localhost:8081", "http://127.0.0.1:")]
    public async Task FirstRun_AddressOfTheProxy_IsTheOneThatReachesIt(string bind, string reachedAs, string expected)
    {
        await using var fixture = await DashboardFixture.StartAsync(config => config with { Proxy = config.Proxy with { Bind = bind } });

        var answer = (await fixture.Client.GetAsync("/api/v1/first-run", ("Host", reachedAs))).Json;

        answer.GetProperty("proxy_url").GetString().ShouldNotBeNull().ShouldStartWith(expected);
        answer.GetProperty("tools")[0].GetProperty("lines").GetProperty("bash").GetString().ShouldNotBeNull().ShouldContain(expected);
        var clients = (await fixture.Client.GetAsync("/api/v1/clients", ("Host", reachedAs))).Text;
        clients.ShouldContain($"ANTHROPIC_BASE_URL={expected}{fixture.Host.Port} claude");
        clients.ShouldNotContain(":8080");
    }

    [Fact]
    public async Task Titles_OfRules_AreThoseThatRulesHave()
    {
        await using var fixture = await DashboardFixture.StartAsync(
            static config => config, static extensions => extensions.With(TestPlugins.Secrets, TestPlugins.Injection));

        var titles = (await fixture.Client.GetAsync("/api/v1/rules/titles")).Json.GetProperty("titles");

        titles.GetProperty("generic_value_below").GetString().ShouldBe("Credential a line or some words behind its name");
        titles.EnumerateObject().ShouldAllBe(static title => title.Value.GetString()!.Length > 0);
        var rules = (await fixture.Client.GetAsync("/api/v1/rules/stats")).Json.GetProperty("total").GetInt32();
        titles.EnumerateObject().Count().ShouldBeLessThanOrEqualTo(rules);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Audit_HashChain_IsToldAsItIsInUse(bool isOn)
    {
        await using var fixture = await DashboardFixture.StartAsync(config => config with { Audit = config.Audit with { HashChain = isOn } });

        (await fixture.Client.GetAsync("/api/v1/audit")).Json.GetProperty("hash_chain").GetBoolean().ShouldBe(isOn);
        var document = (await fixture.Client.GetAsync("/api/v1/openapi.json")).Json;
        document.GetProperty("components").GetProperty("schemas").GetProperty("AuditList").GetProperty("properties").GetProperty("hash_chain").GetProperty("type").GetString().ShouldBe("boolean");
    }

    [Fact]
    public async Task Session_WithASlashInItsName_IsFound()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        await fixture.PromptAsync($"key {Bodies.AwsKey}", session: "team/a <b>/c");

        var session = await fixture.Client.GetAsync("/api/v1/sessions/" + Uri.EscapeDataString("team/a <b>/c"));

        session.Status.ShouldBe(HttpStatusCode.OK);
        session.Json.GetProperty("turns").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Session_OfTwoCallers_IsShownOfOneAtATime()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var known = 0;
        foreach (var key in new[] { "first", "first", "second" })
        {
            using var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"turn {known} key {Bodies.AwsKey}"), ("x-session-id", "shared"), ("x-api-key", key));
            await fixture.Host.Sink.NextCompletedAsync();
            known++;
            await fixture.UntilAsync("/api/v1/audit", reply => reply.Json.GetProperty("total").GetInt32() == known);
        }

        var listed = (await fixture.UntilAsync("/api/v1/sessions", static reply => reply.Json.GetProperty("total").GetInt64() == 2)).Json.GetProperty("sessions").EnumerateArray().ToList();

        var exchanges = new HashSet<string>();
        foreach (var session in listed)
        {
            var key = session.GetProperty("api_key_hash").GetString();
            var detail = (await fixture.Client.GetAsync($"/api/v1/sessions/shared?api_key_hash={key}")).Json;
            detail.GetProperty("session").GetProperty("api_key_hash").GetString().ShouldBe(key);
            detail.GetProperty("session").GetProperty("finding_count").GetInt64().ShouldBe(session.GetProperty("finding_count").GetInt64());
            detail.GetProperty("turns").EnumerateArray().SelectMany(static turn => turn.GetProperty("findings").EnumerateArray()).ShouldAllBe(finding => finding.GetProperty("api_key_hash").GetString() == key);
            exchanges.Add(detail.GetProperty("tainted_at").GetString()!).ShouldBeTrue();
            detail.GetProperty("turns").EnumerateArray().ShouldContain(turn => turn.GetProperty("exchange_id").GetString() == detail.GetProperty("tainted_at").GetString());
        }

        var newest = (await fixture.Client.GetAsync("/api/v1/sessions/shared")).Json;
        newest.GetProperty("session").GetProperty("api_key_hash").GetString().ShouldBe(listed[0].GetProperty("api_key_hash").GetString());
        newest.GetProperty("turns").GetArrayLength().ShouldBe(1);
        (await fixture.Client.GetAsync("/api/v1/sessions/shared?api_key_hash=nobody")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sessions_BehindTheFirstPage_AreReached()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        foreach (var session in new[] { "s1", "s2", "s3" })
        {
            await fixture.PromptAsync($"key {Bodies.AwsKey}", session);
        }

        var seen = new List<string?>();
        for (var offset = 0; offset < 4; offset += 2)
        {
            var page = (await fixture.Client.GetAsync($"/api/v1/sessions?limit=2&offset={offset}")).Json;
            page.GetProperty("total").GetInt64().ShouldBe(3);
            seen.AddRange(page.GetProperty("sessions").EnumerateArray().Select(static row => row.GetProperty("session_id").GetString()));
        }

        seen.ShouldBe(["s3", "s2", "s1"]);
        (await fixture.Client.GetAsync("/api/v1/sessions?offset=2147483647")).Json.GetProperty("sessions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Pipeline_AfterARequest_TellsHowLongItsPartsTook()
    {
        await using var fixture = await DashboardFixture.StartAsync(extensions: static folder => folder.With(TestPlugins.Secrets, TestPlugins.Finder));
        await fixture.PromptAsync($"key {Bodies.AwsKey}");

        var pipeline = (await fixture.UntilAsync("/api/v1/pipeline", static reply => reply.Json.GetProperty("timings").GetArrayLength() > 0)).Json;
        var timings = pipeline.GetProperty("timings").EnumerateArray().ToDictionary(static timing => timing.GetProperty("name").GetString()!);
        timings.Keys.ShouldContain("extraction");
        timings["outbound_dlp"].GetProperty("count").GetInt64().ShouldBe(1);
        timings["outbound_dlp"].GetProperty("p99_us").GetDouble().ShouldBePositive();
        var stages = pipeline.GetProperty("stages").EnumerateArray().ToDictionary(static stage => stage.GetProperty("name").GetString()!);
        stages["outbound_dlp"].GetProperty("p50_us").GetDouble().ShouldBePositive();
        stages["history_strip"].GetProperty("p50_us").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        var plugins = (await fixture.Client.GetAsync("/api/v1/plugins")).Json.GetProperty("plugins").EnumerateArray().ToDictionary(static plugin => plugin.GetProperty("id").GetString()!);
        plugins["test.finder"].GetProperty("p99_us").GetDouble().ShouldBePositive();

        // Of rules alone: the host runs them, and their validators are only counted.
        plugins["lumenargus.secrets"].GetProperty("p99_us").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Findings_FiltersAndCursor_SelectAndContinue()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await fixture.PromptAsync($"key {Bodies.AwsKey}", $"s{i}");
        }

        var seen = new List<long>();
        for (long? before = long.MaxValue; before is not null;)
        {
            var page = (await fixture.Client.GetAsync($"/api/v1/findings?limit=2&before={before}")).Json;
            page.GetProperty("total").GetInt64().ShouldBe(5);
            seen.AddRange(page.GetProperty("findings").EnumerateArray().Select(static row => row.GetProperty("id").GetInt64()));
            before = page.GetProperty("next_before") is { ValueKind: System.Text.Json.JsonValueKind.Number } next ? next.GetInt64() : null;
        }

        seen.ShouldBe([5, 4, 3, 2, 1]);
        foreach (var (query, total) in new[]
        {
            ("severity=critical", 5), ("severity=CRITICAL", 5), ("severity=info", 0), ("session_id=s3", 1), ("rule=aws_access_key", 5), ("q=AKIA", 5), ("q=nothing", 0), ("days=1", 5),
            ("until=2020-01-01T00:00:00Z", 0), ("since=9999-12-31T23:59:59Z", 0), ("until=9999-12-31T23:59:59Z", 5), ("verdict=example", 0), ("client=claude_code&provider=anthropic", 5), ("q=messages%5B0&session_id=s1", 1),
        })
        {
            (await fixture.Client.GetAsync($"/api/v1/findings?{query}")).Json.GetProperty("total").GetInt64().ShouldBe(total, query);
        }
    }

    [Fact]
    public async Task Findings_OfOneOfTwoKeys_AreListedAndExported()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        foreach (var (key, total) in new[] { ("first", 1), ("second", 2), (null, 3) })
        {
            using var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"), [("x-session-id", "shared"), .. key is null ? [] : new[] { ("x-api-key", key) }]);
            await fixture.UntilAsync("/api/v1/findings", reply => reply.Json.GetProperty("total").GetInt64() == total);
        }

        var rows = (await fixture.Client.GetAsync("/api/v1/findings")).Json.GetProperty("findings").EnumerateArray().ToList();
        rows[0].GetProperty("api_key_hash").GetString().ShouldBeEmpty();
        foreach (var row in rows)
        {
            var query = "?session_id=shared&api_key_hash=" + row.GetProperty("api_key_hash").GetString();
            var (id, list) = (row.GetProperty("id").GetInt64(), (await fixture.Client.GetAsync("/api/v1/findings" + query)).Json);
            list.GetProperty("total").GetInt64().ShouldBe(1);
            list.GetProperty("findings")[0].GetProperty("id").GetInt64().ShouldBe(id);
            var exported = (await fixture.Client.GetAsync("/api/v1/findings/export" + query + "&format=json")).Json;
            exported.EnumerateArray().Single().GetProperty("id").GetInt64().ShouldBe(id);
        }
    }

    [Theory]
    [InlineData("findings?limit=x", "limit")]
    [InlineData("findings?limit=0", "limit")]
    [InlineData("findings?offset=-1", "offset")]
    [InlineData("findings?since=yesterday", "since")]
    [InlineData("findings?days=0", "days")]
    [InlineData("findings?before=x", "before")]
    [InlineData("findings/export?format=xml", "format")]
    [InlineData("findings/x", "id")]
    [InlineData("rules?enabled=maybe", "enabled")]
    [InlineData("stats?days=x", "days")]
    [InlineData("findings?severity=bogus", "severity")]
    [InlineData("findings?action=bogus", "action")]
    [InlineData("findings/export?sesion_id=s1", "sesion_id")]
    [InlineData("audit?action=bogus", "action")]
    [InlineData("rules?severity=bogus", "severity")]
    public async Task Parameters_ThatCannotBeRead_AreNamed(string path, string field)
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.GetAsync("/api/v1/" + path);

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Headers["Content-Type"].ShouldBe("application/problem+json");
        reply.Json.GetProperty("field").GetString().ShouldBe(field);
    }

    [Theory]
    [InlineData("findings/99")]
    [InlineData("sessions/nobody")]
    [InlineData("rules/nothing")]
    [InlineData("notifications/channels/1")]
    [InlineData("nothing")]
    public async Task Things_ThatAreNotThere_AreNotFound(string path)
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.GetAsync("/api/v1/" + path);

        (reply.Status, reply.Error).ShouldBe((HttpStatusCode.NotFound, "not_found"));
    }

    [Fact]
    public async Task Export_OfWhatASpreadsheetTakesForAFormula_IsText()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        using (var response = await fixture.Host.PostAsync(
            "/v1/messages", $$"""{"model":"=cmd|' /C calc'!A0","messages":[{"role":"user","content":"key {{Bodies.AwsKey}}"}]}""", ("x-api-key", "k")))
        {
            await fixture.Host.Sink.NextCompletedAsync();
        }

        await fixture.UntilAsync("/api/v1/findings", static reply => reply.Json.GetProperty("total").GetInt64() == 1);
        foreach (var path in new[] { "findings/export", "audit/export" })
        {
            var csv = await fixture.Client.GetAsync("/api/v1/" + path + "?format=csv");
            csv.Headers["Content-Disposition"].ShouldStartWith("attachment");
            csv.Text.ShouldContain("'=cmd|");
            csv.Text.ShouldNotContain(",=cmd");
            var json = await fixture.Client.GetAsync("/api/v1/" + path + "?format=json");
            json.Json.GetArrayLength().ShouldBe(1);
        }
    }

    [Fact]
    public async Task Dashboard_WithoutDatabase_ShowsSoAndAnswers()
    {
        await using var fixture = await DashboardFixture.StartAsync(static config => config with { Analytics = config.Analytics with { Enabled = false } });

        (await fixture.Client.GetAsync("/api/v1/status")).Json.GetProperty("store").GetProperty("healthy").GetBoolean().ShouldBeFalse();
        foreach (var path in new[] { "findings", "findings/facets", "findings/by-project", "sessions", "stats", "stats/advanced", "rules", "allowlists", "pipeline", "mcp/tools", "ws/stats", "notifications/channels" })
        {
            (await fixture.Client.GetAsync("/api/v1/" + path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        foreach (var format in new[] { "csv", "json" })
        {
            var export = await fixture.Client.GetAsync("/api/v1/findings/export?format=" + format);
            (export.Status, export.Error, export.Headers["Content-Type"]).ShouldBe((HttpStatusCode.Conflict, "no_store", "application/problem+json"));
            export.Headers.ContainsKey("Content-Disposition").ShouldBeFalse();
        }

        (await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"default_action":"block"}""")).Error.ShouldBe("no_store");
    }

    [Fact]
    public async Task Blocked_Request_SaysSo()
    {
        await using var fixture = await DashboardFixture.StartAsync(static config => config with { DefaultAction = PolicyAction.Block });
        await fixture.PromptAsync($"key {Bodies.AwsKey}");

        (await fixture.Client.GetAsync("/api/v1/findings")).Json.GetProperty("findings")[0].GetProperty("action_taken").GetString().ShouldBe("block");
        (await fixture.Client.GetAsync("/api/v1/audit")).Json.GetProperty("entries")[0].GetProperty("action").GetString().ShouldBe("block");
    }
}
