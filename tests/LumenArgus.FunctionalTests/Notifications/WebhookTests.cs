using System.Net;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.FunctionalTests.Dashboard;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.FunctionalTests.Notifications;

/// <summary>The community notifier over a real connection: what leaves, what does not, and what a receiver that is away does to requests.</summary>
public sealed class WebhookTests
{
    private const string Secret = "between-us-and-nobody-else";

    [Fact]
    public async Task BlockedRequest_IsOneSignedPostAndThenANumber()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var fixture = await StartAsync(NotifiedProduct.Webhook(receiver.Url, $$""","secret":"{{Secret}}","headers":{"Authorization":"Bearer t1"}"""));

        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");

        var hook = await receiver.NextAsync();
        (hook.Method, hook.Path).ShouldBe(("POST", "/hook"));
        hook.Headers["Content-Type"].ShouldBe("application/json");
        hook.Headers["Authorization"].ShouldBe("Bearer t1");
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(hook.Headers["X-LumenArgus-Timestamp"] + "." + hook.Body));
        hook.Headers["X-LumenArgus-Signature"].ShouldBe("sha256=" + Convert.ToHexStringLower(expected));
        hook.Body.ShouldBe(
            """{"findings":[{"detector":"secrets","type":"aws_access_key","severity":"critical","action":"block","value_preview":"AKIA****"}],"count":1,"provider":"anthropic","model":"claude-x"}""");
        var channel = (await fixture.ChannelAsync(static channel => channel.GetProperty("sent_count").GetInt64() == 1)).Json.GetProperty("channels")[0];
        channel.GetProperty("last_status").GetString().ShouldBe("sent");
        channel.GetProperty("last_status_at").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);

        // The tool sends it again, as it does with every turn.
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await fixture.UntilAsync("/api/v1/status", static reply => reply.Json.GetProperty("notification_suppressed").TryGetProperty("secrets:aws_access_key", out var count) && count.GetInt64() == 2);
        await fixture.SendPromptAsync("card 4111 1111 1111 1111");
        var second = await receiver.NextAsync();
        second.Types.ShouldNotContain("aws_access_key");
        second.Json.GetProperty("suppressed")[0].GetProperty("count").GetInt64().ShouldBe(2);
        receiver.HasMore.ShouldBeFalse();
        (await fixture.Host.Client.GetStringAsync("/metrics")).ShouldContain("lumen_argus_notifications_suppressed_total 2");
    }

    [Fact]
    public async Task MatchedValueAndSecret_AreInNoMessageNoLogNoFileAndNoAnswer()
    {
        await using var receiver = await WebhookReceiver.StartAsync(500);
        await using var fixture = await StartAsync();
        var added = await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/notifications/channels", Channel(receiver.Url, $$""","headers":"{\"X-Token\":\"{{Secret}}\"}","secret":"{{Secret}}","template":null"""));
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);

        await fixture.SendPromptAsync($"key {Bodies.AwsKey} for 4111 1111 1111 1111");

        var said = new StringBuilder();
        said.Append((await receiver.NextAsync()).Body).Append((await receiver.NextAsync()).Body);
        foreach (var path in new[] { "notifications/channels", "notifications/channels/1", "notifications/types", "status" })
        {
            said.Append((await fixture.Client.GetAsync("/api/v1/" + path)).Text);
        }

        said.Append(added.Text);
        await fixture.Host.StopAsync();
        said.Append(fixture.Host.Logs);
        var files = fixture.Host.HomeFiles();
        foreach (var secret in new[] { Bodies.AwsKey, "4111 1111 1111 1111", "4111111111111111", Secret })
        {
            said.ToString().ShouldNotContain(secret);
            files.Where(file => file.Value.Contains(secret, StringComparison.Ordinal)).Select(static file => file.Key).ShouldBeEmpty();
        }

        // Negative control: the same look finds what may be there.
        said.ToString().ShouldContain("AKIA****");
        said.ToString().ShouldContain("betw****else");
        files.Values.ShouldContain(static text => text.Contains("aes1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receiver_ThatIsAway_CostsNoRequestAnythingAndIsTriedAgain()
    {
        await using var receiver = await WebhookReceiver.StartAsync(503);
        await using var fixture = await StartAsync(NotifiedProduct.Webhook(receiver.Url));

        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await receiver.NextAsync();
        var failed = (await fixture.ChannelAsync(static channel => channel.GetProperty("last_status").GetString() == "failed")).Json.GetProperty("channels")[0];
        failed.GetProperty("last_error").GetString().ShouldBe("The receiver answered 503.");

        // Nobody waits for it.
        await fixture.SendPromptAsync("a clean prompt");
        (await receiver.NextAsync()).Types.ShouldContain("aws_access_key");
        await fixture.ChannelAsync(static channel => channel.GetProperty("last_status").GetString() == "sent" && channel.GetProperty("failed_count").GetInt64() == 0);
    }

    [Fact]
    public async Task MessageThatWaits_IsTriedOnceMoreAtTheEnd()
    {
        await using var receiver = await WebhookReceiver.StartAsync(503);
        await using var fixture = await StartAsync(NotifiedProduct.Webhook(receiver.Url));
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await receiver.NextAsync();
        await fixture.ChannelAsync(static channel => channel.GetProperty("last_status").GetString() == "failed");

        await fixture.Host.StopAsync();

        (await receiver.NextAsync()).Types.ShouldContain("aws_access_key");
        fixture.Host.Logs.ShouldNotContain("were not sent");
    }

    [Theory]
    [InlineData(200, HttpStatusCode.OK, null)]
    [InlineData(302, HttpStatusCode.BadGateway, "The receiver answered 302: redirects are not followed.")]
    [InlineData(404, HttpStatusCode.BadGateway, "The receiver answered 404.")]
    [InlineData(500, HttpStatusCode.BadGateway, "The receiver answered 500.")]
    public async Task Test_SendsAMadeUpFindingOnceAndSaysWhatCameOfIt(int answer, HttpStatusCode status, string? detail)
    {
        await using var receiver = await WebhookReceiver.StartAsync(answer);
        await using var fixture = await StartAsync(NotifiedProduct.Webhook(receiver.Url) with { Enabled = false });

        var reply = await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/notifications/channels/1/test", "{}");

        reply.Status.ShouldBe(status);
        if (detail is null)
        {
            reply.Text.ShouldBe("""{"status":"sent"}""");
        }
        else
        {
            (reply.Error, reply.Json.GetProperty("detail").GetString()).ShouldBe(("failed", detail));
        }

        var hook = await receiver.NextAsync();
        hook.Json.GetProperty("test").GetBoolean().ShouldBeTrue();
        hook.Headers.ContainsKey("X-LumenArgus-Signature").ShouldBeFalse();
        receiver.HasMore.ShouldBeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("169.254.169.254")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    public async Task Address_ThatIsNotOnTheInternet_IsRefusedBeforeAnythingIsSent(string host)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var fixture = await NotifiedProduct.StartAsync(config => config with { Channels = [NotifiedProduct.Webhook(new UriBuilder(receiver.Url) { Host = host }.Uri)] });

        var reply = await fixture.Client.SendAsync(HttpMethod.Post, "/api/v1/notifications/channels/1/test", "{}");

        (reply.Status, reply.Error).ShouldBe((HttpStatusCode.BadGateway, "failed"));
        reply.Json.GetProperty("detail").GetString()!.ShouldContain("allow_private");
        receiver.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task ChannelOfTheFile_ThatCannotReachItsAddress_IsToldAtTheStart()
    {
        await using var fixture = await NotifiedProduct.StartAsync(static config => config with { Channels = [NotifiedProduct.Webhook(new Uri("http://127.0.0.1:9/hook"))] });

        await fixture.HealthAsync(static health => health.Contains("\"degraded\":true", StringComparison.Ordinal) && health.Contains("channel team cannot send: The receiver is on this machine", StringComparison.Ordinal));

        await fixture.Host.StopAsync();
        fixture.Host.Logs.ShouldContain("Notifications: channel team cannot send: The receiver is on this machine");
    }

    [Fact]
    public async Task MessageThatIsGivenUp_ShowsInHealthAndLogUntilOneArrives()
    {
        await using var receiver = await WebhookReceiver.StartAsync(404, 410);
        await using var fixture = await StartAsync(NotifiedProduct.Webhook(receiver.Url));

        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await fixture.HealthAsync(static health => health.Contains("channel team hears nothing, its last message was given up: The receiver answered 404.", StringComparison.Ordinal));
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await fixture.HealthAsync(static health => health.Contains("The receiver answered 410.", StringComparison.Ordinal));
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await fixture.HealthAsync(static health => health.Contains("\"degraded\":false", StringComparison.Ordinal));

        // Once, however often it fails.
        await fixture.Host.StopAsync();
        fixture.Host.Logs.Split("Notifications: channel team hears nothing").Length.ShouldBe(2);
        fixture.Host.Logs.ShouldContain("Notifications: messages reach channel team again");
    }

    [Fact]
    public async Task Settings_ThatCannotBeUsed_AreRefusedAndNotStored()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var fixture = await StartAsync();
        const string address = "/api/v1/notifications/channels";

        foreach (var (settings, part) in new[]
        {
            ("{}", "url is needed."), ("""{"url":""}""", "url is needed."), ("""{"url":"ftp://a.example"}""", "url must be"), ("""{"url":"https://a.example","headers":"x"}""", "headers must be"),
            ("""{"url":"https://a.example","secret":"${env:PATH}"}""", "can only name variables that begin with"),
        })
        {
            var reply = await fixture.Client.SendAsync(HttpMethod.Post, address, $$"""{"name":"a","type":"webhook","config":{{settings}}}""");
            (reply.Status, reply.Error).ShouldBe((HttpStatusCode.BadRequest, "invalid_config"));
            reply.Json.GetProperty("detail").GetString()!.ShouldContain(part);
        }

        (await fixture.Client.SendAsync(HttpMethod.Post, address, """{"name":"a","type":"pager"}""")).Error.ShouldBe("unknown_channel_type");
        (await fixture.Client.GetAsync(address)).Json.GetProperty("channels").GetArrayLength().ShouldBe(0);
        (await fixture.Client.SendAsync(HttpMethod.Post, address, Channel(receiver.Url))).Status.ShouldBe(HttpStatusCode.Created);

        // What comes back masked has not been changed.
        var masked = (await fixture.Client.GetAsync(address)).Json.GetProperty("channels")[0].GetProperty("config").GetProperty("url").GetString()!;
        masked.ShouldContain("****");
        (await fixture.Client.SendAsync(HttpMethod.Put, address + "/1", $$$"""{"name":"b","config":{"url":"{{{masked}}}"}}""")).Status.ShouldBe(HttpStatusCode.OK);
        var full = (await fixture.Client.GetAsync(address + "/1")).Json;
        (full.GetProperty("name").GetString(), full.GetProperty("config").GetProperty("url").GetString()).ShouldBe(("b", receiver.Url.ToString()));
    }

    private static string Channel(Uri url, string more = "") => $$"""{"name":"team","type":"webhook","config":{"url":"{{url}}"{{more}}},"events":["block"],"min_severity":"info"}""";

    private static Task<DashboardFixture> StartAsync(params ConfiguredChannel[] channels) =>
        NotifiedProduct.StartAsync(config => config with { Channels = [.. channels] }, extensions: null, NotifiedProduct.AllowPrivate);
}
