using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Host.CommandLine;

namespace LumenArgus.FunctionalTests.Dashboard;

/// <summary>A change is in use when its answer comes, and what cannot be changed is told.</summary>
public sealed class ChangeTests
{
    [Fact]
    public async Task DefaultAction_Changed_BlocksTheNextRequest()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"default_action":"block","proxy.timeout":90}""");

        reply.Status.ShouldBe(HttpStatusCode.OK);
        reply.Json.GetProperty("applied").GetArrayLength().ShouldBe(2);
        using var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var config = (await fixture.Client.GetAsync("/api/v1/config")).Json;
        config.GetProperty("values").GetProperty("proxy.timeout").GetInt32().ShouldBe(90);
        config.GetProperty("sources").GetProperty("default_action").GetString().ShouldBe("dashboard");

        (await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"default_action":null}""")).Status.ShouldBe(HttpStatusCode.OK);
        fixture.Host.Product.Generation.Config.DefaultAction.ShouldBe(PolicyAction.Alert);
    }

    [Theory]
    [InlineData("""{"proxy.timeout":0}""", 400, "proxy.timeout")]
    [InlineData("""{"proxy.timeout":"x"}""", 400, "proxy.timeout")]
    [InlineData("""{"default_action":"explode"}""", 400, "default_action")]
    [InlineData("""{"dashboard.bind":"0.0.0.0"}""", 400, "dashboard.bind")]
    [InlineData("""{"nothing.like.this":1}""", 400, "nothing.like.this")]
    [InlineData("""{"proxy.mode":"sleep"}""", 400, "proxy.mode")]
    [InlineData("""{"detectors.pii.action":"block","proxy.retries":99}""", 207, "proxy.retries")]
    [InlineData("""{"detectors.secret.action":"block"}""", 400, "detectors.secret.action")]
    [InlineData("""{"mode_for":"30m"}""", 400, "mode_for")]
    [InlineData("""{"proxy.mode":"active","mode_for":"30m"}""", 400, "proxy.mode")]
    public async Task Settings_ThatCannotBe_AreNamed(string body, int status, string key)
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", body);

        ((int)reply.Status).ShouldBe(status);
        reply.Json.GetProperty("errors")[0].GetProperty("key").GetString().ShouldBe(key);
    }

    [Fact]
    public async Task Setting_OfTheCommandLine_IsNotChangedHere()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        fixture.Host.Product.Control.Options = new ServeOptions { Action = PolicyAction.Block };

        var reply = await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"default_action":"log","proxy.timeout":90}""");

        reply.Status.ShouldBe(HttpStatusCode.MultiStatus);
        reply.Json.GetProperty("applied").EnumerateArray().Select(static key => key.GetString()).ShouldBe(["proxy.timeout"]);
        reply.Json.GetProperty("errors")[0].GetProperty("error").GetString()!.ShouldContain("command line");
        var config = (await fixture.Client.GetAsync("/api/v1/config")).Json;
        config.GetProperty("sources").GetProperty("default_action").GetString().ShouldBe("command line");
        config.GetProperty("editable_keys").EnumerateArray().ShouldNotContain(static key => key.GetString() == "default_action");
    }

    [Fact]
    public async Task Detector_ThatIsNone_IsNamedWithTheOneThatWasMeant()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/pipeline", """{"detectors":{"secret":{"action":"block"}}}""");

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Json.GetProperty("errors")[0].GetProperty("error").GetString().ShouldBe("there is no detector 'secret'; did you mean 'secrets'?");
    }

    [Theory]
    [InlineData("PUT", "rules/aws_access_key", """{"enable":false}""", "enable")]
    [InlineData("PUT", "rules/aws_access_key", """{"name":"other"}""", "name")]
    [InlineData("PUT", "pipeline", """{"stage":{}}""", "stage")]
    [InlineData("PUT", "pipeline", """{"stages":{"outbound_dlp":{"enable":false}}}""", "stages.outbound_dlp.enable")]
    [InlineData("POST", "rules/test", """{"pattern":"x","text":"x"}""", "text")]
    [InlineData("POST", "rules", """{"name":"stats","pattern":"x{9}"}""", "name")]
    [InlineData("POST", "rules", """{"name":"Analysis","pattern":"x{9}"}""", "name")]
    [InlineData("POST", "rules", """{"name":"..","pattern":"x{9}"}""", "name")]
    [InlineData("POST", "rules", """{"name":"mine","pattern":"INT-[0-9]{6}","validator":"nope"}""", "validator")]
    public async Task Members_ThatCannotBe_AreNamed(string method, string path, string body, string field)
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.SendAsync(new HttpMethod(method), "/api/v1/" + path, body);

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Json.GetProperty("field").GetString().ShouldBe(field);
    }

    [Fact]
    public async Task Pipeline_WhatWasRead_CanBeSentBack()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var parallel = (await fixture.Client.GetAsync("/api/v1/pipeline")).Json.GetProperty("parallel_batching").GetRawText();

        (await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/pipeline", $$"""{"parallel_batching":{{parallel}}}""")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Mode_ForAWhile_IsShownWithItsEnd()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        (await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"proxy.mode":"passthrough","mode_for":"30m"}""")).Status.ShouldBe(HttpStatusCode.OK);

        var status = (await fixture.Client.GetAsync("/api/v1/status")).Json;
        status.GetProperty("mode").GetString().ShouldBe("passthrough");
        status.GetProperty("mode_until").GetDateTimeOffset().ShouldBeInRange(TimeProvider.System.GetUtcNow().AddMinutes(25), TimeProvider.System.GetUtcNow().AddMinutes(31));
        (await fixture.Client.SendAsync(HttpMethod.Put, "/api/v1/config", """{"proxy.mode":"active"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Client.GetAsync("/api/v1/status")).Json.GetProperty("mode").GetString().ShouldBe("active");
    }

    [Fact]
    public async Task Pipeline_DetectorSwitchedOff_FindsNothingAndIsShown()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.SendAsync(
            HttpMethod.Put, "/api/v1/pipeline", """{"detectors":{"secrets":{"enabled":false},"pii":{"action":"block"}},"encoding_settings":{"max_depth":3},"stages":{"response_secrets":{"enabled":true}}}""");

        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
        var config = fixture.Host.Product.Generation.Config;
        (config.Detector("secrets").Enabled, config.Detector("pii").Action, config.Pipeline.Decoding.MaxDepth, config.Pipeline.ResponseSecrets).ShouldBe((false, PolicyAction.Block, 3, true));
        using var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}"));
        (await fixture.Host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
        var stages = (await fixture.Client.GetAsync("/api/v1/pipeline")).Json.GetProperty("stages");
        stages[0].GetProperty("sub_detectors").EnumerateArray().Single(static each => each.GetProperty("name").GetString() == "secrets").GetProperty("enabled").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Rule_Life_IsFollowedByTheTraffic()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var client = fixture.Client;

        var added = await client.SendAsync(HttpMethod.Post, "/api/v1/rules", """{"name":"ticket","pattern":"INT-[0-9]{6}","severity":"critical","action":"block","tags":["own"]}""");
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        added.Json.GetProperty("problem").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        using (var blocked = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic("ticket INT-123456")))
        {
            blocked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await client.SendAsync(HttpMethod.Post, "/api/v1/rules", """{"name":"ticket","pattern":"INT-[0-9]{6}"}""")).Error.ShouldBe("exists");
        (await client.SendAsync(HttpMethod.Put, "/api/v1/rules/ticket", """{"enabled":false}""")).Json.GetProperty("enabled").GetBoolean().ShouldBeFalse();
        using (var passed = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic("ticket INT-123456")))
        {
            passed.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await client.GetAsync("/api/v1/rules?tag=own")).Json.GetProperty("total").GetInt32().ShouldBe(1);
        (await client.SendAsync(HttpMethod.Post, "/api/v1/rules/ticket/clone", "{}")).Json.GetProperty("name").GetString().ShouldBe("ticket_custom");
        var bulk = await client.SendAsync(HttpMethod.Post, "/api/v1/rules/bulk-update", """{"names":["ticket","ticket_custom","nothing"],"update":{"enabled":true}}""");
        bulk.Json.GetProperty("updated").GetInt32().ShouldBe(2);
        bulk.Json.GetProperty("failed")[0].GetProperty("name").GetString().ShouldBe("nothing");
        (await client.SendAsync(HttpMethod.Delete, "/api/v1/rules/ticket", "{}")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/api/v1/rules/ticket")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rule_OfAPlugin_CanBeSwitchedAndCopiedOnly()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var client = fixture.Client;

        (await client.SendAsync(HttpMethod.Put, "/api/v1/rules/aws_access_key", """{"pattern":"x"}""")).Error.ShouldBe("not_editable");
        (await client.SendAsync(HttpMethod.Delete, "/api/v1/rules/aws_access_key", "{}")).Error.ShouldBe("not_deletable");
        (await client.SendAsync(HttpMethod.Put, "/api/v1/rules/aws_access_key", """{"enabled":false}""")).Status.ShouldBe(HttpStatusCode.OK);
        using (var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}")))
        {
            (await fixture.Host.Sink.NextCompletedAsync()).Scan.Findings.ShouldNotContain(static finding => finding.Type == "aws_access_key");
        }

        var clone = await client.SendAsync(HttpMethod.Post, "/api/v1/rules/aws_access_key/clone", """{"new_name":"own_key"}""");
        clone.Status.ShouldBe(HttpStatusCode.Created, clone.Text);
        (await client.SendAsync(HttpMethod.Put, "/api/v1/rules/own_key", """{"enabled":true}""")).Status.ShouldBe(HttpStatusCode.OK);
        using (var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}")))
        {
            (await fixture.Host.Sink.NextCompletedAsync()).Scan.Findings.ShouldContain(static finding => finding.Type == "own_key");
        }
    }

    [Theory]
    [InlineData("""{"name":"ticket","pattern":"INT-[0-9]{6}","tags":[null]}""", "invalid_tags")]
    [InlineData("""{"name":"ticket","pattern":"INT-[0-9]{6}","tags":["own",""]}""", "invalid_tags")]
    [InlineData("""{"name":"ticket","pattern":"INT-[0-9]{6}","keywords":["INT-",null]}""", "invalid_keywords")]
    public async Task Rule_ListWithWhatIsNoText_IsRefused(string rule, string error)
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/rules", rule);

        (reply.Status, reply.Error).ShouldBe((HttpStatusCode.BadRequest, error));
        (await fixture.Client.GetAsync("/api/v1/rules/ticket")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task RuleTest_Pattern_FindsWhatTheProductFinds()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var good = await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/rules/test", """{"pattern":"INT-[0-9]{6}","sample":"é INT-123456 and INT-654321"}""");
        var bad = await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/rules/test", """{"pattern":"([0-9","sample":""}""");

        good.Json.GetProperty("valid").GetBoolean().ShouldBeTrue();
        good.Json.GetProperty("matches").EnumerateArray().Select(static match => (match.GetProperty("start").GetInt32(), match.GetProperty("end").GetInt32())).ShouldBe([(2, 12), (17, 27)]);
        good.Text.ShouldNotContain("INT-123456");
        (bad.Json.GetProperty("valid").GetBoolean(), bad.Json.GetProperty("error").GetString()!.Length > 0).ShouldBe((false, true));
    }

    [Fact]
    public async Task Allowlist_Entry_IsUsedUntilItIsDeleted()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var client = fixture.Client;
        var added = await client.SendAsync(HttpMethod.Post, "/api/v1/allowlists", """{"type":"secrets","pattern":"AKIA*","description":"ours"}""");
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);

        using (var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}")))
        {
            (await fixture.Host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
        }

        var lists = (await client.GetAsync("/api/v1/allowlists")).Json;
        lists.GetProperty("secrets")[0].GetProperty("source").GetString().ShouldBe("api");
        (await client.SendAsync(HttpMethod.Delete, $"/api/v1/allowlists/{added.Json.GetProperty("id").GetInt64()}", "{}")).Status.ShouldBe(HttpStatusCode.OK);
        using (var response = await fixture.Host.PostAsync("/v1/messages", Bodies.Anthropic($"key {Bodies.AwsKey}")))
        {
            (await fixture.Host.Sink.NextCompletedAsync()).Scan.Findings.ShouldNotBeEmpty();
        }

        (await client.SendAsync(HttpMethod.Post, "/api/v1/allowlists", """{"type":"pii","pattern":"  me@example.com "}""")).Json.GetProperty("pattern").GetString().ShouldBe("me@example.com");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/allowlists", """{"type":"pii","pattern":"me@example.com"}""")).Error.ShouldBe("exists");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/allowlists", """{"type":"secrets","pattern":"*"}""")).Error.ShouldBe("invalid_pattern");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/allowlists", """{"type":"names","pattern":"x"}""")).Error.ShouldBe("invalid_type");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/allowlists/test", """{"type":"names","pattern":"x"}""")).Error.ShouldBe("invalid_type");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/allowlists", $$"""{"type":"pii","pattern":"x","description":"{{new string('d', 2_001)}}"}""")).Error.ShouldBe("invalid_description");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/allowlists/test", """{"pattern":"*@example.com","value":"me@example.com"}""")).Json.GetProperty("value_match").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task McpTool_OnAList_IsThereOnce()
    {
        await using var fixture = await DashboardFixture.StartAsync();
        var client = fixture.Client;

        var added = await client.SendAsync(HttpMethod.Post, "/api/v1/mcp/tools", """{"list_type":"blocked","tool_name":"shell"}""");

        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        (await client.SendAsync(HttpMethod.Post, "/api/v1/mcp/tools", """{"list_type":"blocked","tool_name":"shell"}""")).Error.ShouldBe("exists");
        (await client.GetAsync("/api/v1/mcp/tools")).Json.GetProperty("blocked").GetArrayLength().ShouldBe(1);
        (await client.SendAsync(HttpMethod.Delete, $"/api/v1/mcp/tools/{added.Json.GetProperty("id").GetInt64()}", "{}")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.SendAsync(HttpMethod.Delete, "/api/v1/mcp/tools/77", "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Licence_Key_IsKeptInAPrivateFile()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var saved = await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/license", """{"key":"abc-def"}""");

        var path = saved.Json.GetProperty("path").GetString()!;
        (await File.ReadAllTextAsync(path)).Trim().ShouldBe("abc-def");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/license", """{"key":""}""")).Error.ShouldBe("invalid_key");
        (await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/license", "[]")).Error.ShouldBe("invalid_json");
    }

    [Fact]
    public async Task Reload_Asked_SaysWhichGenerationIsInUse()
    {
        await using var fixture = await DashboardFixture.StartAsync();

        var reply = await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/reload", "{}");

        reply.Json.GetProperty("generation").GetInt64().ShouldBe(2);
        reply.Json.GetProperty("problems").GetArrayLength().ShouldBe(0);
    }
}
