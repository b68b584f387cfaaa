using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What is recorded of an exchange beside its findings comes out of the address and the headers too: a secret that stands there is masked in the record, told, and sent on.</summary>
public sealed class LabelTests
{
    private const string Encoded = "%41KIA" + "Q3EGRFSZ7XKDLZMP";

    [Fact]
    public async Task SecretInAddressAndHeaders_IsInNothingThatIsWritten()
    {
        await using var provider = await StandInProvider.StartAsync();
        provider.Script = static _ => StandInAnswer.Plain("{}");
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });
        var target = $"/_upstream/raw/v1/files/{Bodies.AwsKey}/parts?key={Bodies.AwsKey}";
        using (var response = await host.PostAsync(target, "{}", ("User-Agent", $"tool/1.0 ({Bodies.AwsKey})"), ("x-session-id", Bodies.AwsKey)))
        {
            host.ShouldAnswer(response, HttpStatusCode.OK);
        }

        // It goes on as it came.
        var received = provider.Requests.ShouldHaveSingleItem();
        received.RawTarget.ShouldContain(Bodies.AwsKey);
        var record = await host.Sink.NextCompletedAsync();
        record.Path.ShouldBe("/_upstream/raw/v1/files/AKIA****/parts");
        record.Session.RawUserAgent.ShouldBe("tool/1.0 (AKIA****)");
        record.Session.SessionId.ShouldBe("AKIA****");
        record.Scan.Findings.Select(static finding => (finding.Type, finding.Location, finding.Action)).ShouldBe(
            [("aws_access_key", "request.path", PolicyAction.Alert), ("aws_access_key", "request.user_agent", PolicyAction.Alert)]);
        record.Scan.Action.ShouldBe(PolicyAction.Alert);
        await ShouldNotBeWrittenAsync(host);
    }

    [Fact]
    public async Task SecretInACodedPath_LeavesNothingOfThePath()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        // Any other client would undo the code.
        using var limit = Limits.Token();
        using (var client = await Testing.RawHttp.RawConnection.ConnectAsync(host.Port, limit.Token))
        {
            await client.SendAsync($"GET /_upstream/raw/v1/files/{Encoded} HTTP/1.1\r\nHost: h\r\n\r\n", limit.Token);
            (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull();
        }

        (await host.Sink.NextCompletedAsync()).Path.ShouldBe("AKIA****");

        await ShouldNotBeWrittenAsync(host);
    }

    [Fact]
    public async Task SecretInTheAddressOfNobody_IsMaskedToo()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using (var response = await host.PostAsync($"/nobody/{Bodies.AwsKey}", "{}"))
        {
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await host.Sink.NextCompletedAsync()).Path.ShouldBe("/nobody/AKIA****");
        }

        await ShouldNotBeWrittenAsync(host);
    }

    [Theory]
    [InlineData("GET /" + Bodies.AwsKey + " NOTHTTP\r\nHost: h\r\n\r\n")]
    [InlineData("GET /%00" + Bodies.AwsKey + " HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: h\r\n" + Bodies.AwsKey + "\r\n\r\n")]
    public async Task SecretInWhatIsNoRequest_IsNotLogged(string bytes)
    {
        using var limit = Limits.Token();
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        using (var client = await Testing.RawHttp.RawConnection.ConnectAsync(host.Port, limit.Token))
        {
            await client.SendAsync(bytes, limit.Token);
            (await client.ReadHeadAsync(limit.Token)).ShouldNotBeNull().StartLine.ShouldNotContain(" 200 ");
        }

        await ShouldNotBeWrittenAsync(host);
    }

    [Fact]
    public async Task ModelOfTheBody_WithASecretOfTheAddress_IsMasked()
    {
        // In the body an allowlist of the place could hide it; in the record it is a text like any other.
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, static config => config with { Pipeline = config.Pipeline with { OutboundDlp = false } });
        using (await host.PostAsync("/v1/messages", $$"""{"model":"{{Bodies.AwsKey}}","messages":[]}"""))
        {
            (await host.Sink.NextCompletedAsync()).Scan.Findings.ShouldBeEmpty();
        }

        await ShouldNotBeWrittenAsync(host);
    }

    [Theory]
    [InlineData("claude-cli/2.0.1 (external, cli)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Cursor/0.42.3 Chrome/131.0.0.0 Electron/30.4.0 Safari/537.36")]
    public async Task AddressAndHeaders_ThatAreClean_AreRecordedAndNotTold(string userAgent)
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        for (var i = 0; i < 2; i++)
        {
            using var response = await host.PostAsync(
                "/v1/messages", Bodies.Anthropic("hello"), ("User-Agent", userAgent), ("x-session-id", "ses_4kT9sWq2Xb7Lm1Zr8Vn5Hc3Jd6"));
            var record = await host.Sink.NextCompletedAsync();
            record.Scan.Findings.ShouldBeEmpty();
            record.Path.ShouldBe("/v1/messages");
            record.Session.SessionId.ShouldBe("ses_4kT9sWq2Xb7Lm1Zr8Vn5Hc3Jd6");
            record.Session.RawUserAgent!.ShouldStartWith(userAgent[..20]);
        }
    }

    private static async Task ShouldNotBeWrittenAsync(ProductHost host)
    {
        await host.StopAsync();
        var files = host.HomeFiles();
        foreach (var secret in new[] { Bodies.AwsKey, Encoded })
        {
            host.Logs.ShouldNotContain(secret);
            files.Where(file => file.Value.Contains(secret, StringComparison.Ordinal)).Select(static file => file.Key).ShouldBeEmpty();
        }
    }
}
