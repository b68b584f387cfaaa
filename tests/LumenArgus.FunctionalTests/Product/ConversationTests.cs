using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Records;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>A conversation that is sent again with every turn, as tools do.</summary>
public sealed class ConversationTests
{
    private const string Session = "8d9c6a44-conversation";

    private static readonly string Clean = string.Join(" ", Enumerable.Range(0, 200).Select(i => $"word{i}"));

    [Fact]
    public async Task Turn_OfCleanTexts_IsScannedOnce()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        var first = await TurnAsync(host, Clean);
        var second = await TurnAsync(host, Clean, "and then");
        var third = await TurnAsync(host, Clean, "and then", "go on");

        first.Scan.BytesKnown.ShouldBe(0);
        second.Scan.BytesKnown.ShouldBeGreaterThan(Clean.Length);
        third.Scan.BytesKnown.ShouldBeGreaterThan(second.Scan.BytesKnown);
        third.Scan.BytesScanned.ShouldBeLessThan(Clean.Length);
        third.Scan.StageTimings.Keys.ShouldContain("fingerprint");
        var metrics = await host.Client.GetStringAsync("/metrics");
        metrics.ShouldContain("lumen_argus_fingerprint_conversations 1\n");
        metrics.ShouldMatch(@"lumen_argus_fingerprint_hashes [1-9]");
    }

    [Fact]
    public async Task Alert_SecretOfAnEarlierTurn_IsReportedWithEveryTurn()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        await TurnAsync(host, Clean);
        var found = await TurnAsync(host, Clean, $"use {Bodies.AwsKey} please");
        var again = await TurnAsync(host, Clean, $"use {Bodies.AwsKey} please", "thanks");

        foreach (var record in (ExchangeRecord[])[found, again])
        {
            record.Scan.Action.ShouldBe(PolicyAction.Alert);
            record.Scan.Findings.ShouldHaveSingleItem().Location.ShouldBe("messages[1].content[0].text");
            record.Scan.BytesKnown.ShouldBeGreaterThan(Clean.Length);
        }

        again.Scan.Findings[0].Span.ShouldBe(found.Scan.Findings[0].Span);
    }

    [Fact]
    public async Task Block_SecretOfABlockedTurn_IsBlockedAgain()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, static config => config with { DefaultAction = PolicyAction.Block });

        await TurnAsync(host, Clean);
        for (var turn = 0; turn < 3; turn++)
        {
            (await TurnAsync(host, Clean, "a new text beside it", $"use {Bodies.AwsKey} please")).Scan.Action.ShouldBe(PolicyAction.Block);
        }

        (await TurnAsync(host, Clean, "a new text beside it")).Scan.BytesScanned.ShouldBeGreaterThan("a new text beside it".Length, "nothing of a blocked turn is known");
        provider.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Redact_SecretOfAnEarlierTurn_IsRemovedWithEveryTurn()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with { DefaultAction = PolicyAction.Redact },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Hooks));

        await TurnAsync(host, Clean);
        for (var turn = 0; turn < 2; turn++)
        {
            (await TurnAsync(host, Clean, $"use {Bodies.AwsKey} please")).Scan.Action.ShouldBe(PolicyAction.Redact);
        }

        provider.Requests.ShouldAllBe(static request => !request.BodyText.Contains(Bodies.AwsKey));
    }

    [Fact]
    public async Task Reload_OfAGeneration_ScansEverythingAgain()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);
        await TurnAsync(host, Clean);
        (await TurnAsync(host, Clean)).Scan.BytesScanned.ShouldBe(0);

        (await host.Product.ReloadAsync(host.Product.Generation.Config, Limits.Token().Token)).Ok.ShouldBeTrue();

        (await TurnAsync(host, Clean)).Scan.BytesKnown.ShouldBe(0);
        (await TurnAsync(host, Clean)).Scan.BytesScanned.ShouldBe(0);
    }

    [Fact]
    public async Task Session_OfTwoKeys_IsTwoConversations()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        await TurnOfAsync(host, "key-one", Session, Clean);

        (await TurnOfAsync(host, "key-two", Session, Clean)).Scan.BytesKnown.ShouldBe(0);
        (await TurnOfAsync(host, "key-one", "another session", Clean)).Scan.BytesKnown.ShouldBe(0);
        (await TurnOfAsync(host, "key-one", Session, Clean)).Scan.BytesKnown.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Session_NotNamed_IsKnownByTheOpeningOfTheConversation()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress);

        (await SendAsync("key-one")).Scan.BytesKnown.ShouldBe(0);
        (await SendAsync("key-two")).Scan.BytesKnown.ShouldBe(0);
        (await SendAsync("key-one")).Scan.BytesKnown.ShouldBeGreaterThan(Clean.Length);

        async Task<ExchangeRecord> SendAsync(string key)
        {
            using var response = await host.PostAsync("/v1/messages", Conversation(Clean), ("x-api-key", key));
            return await host.Sink.NextCompletedAsync();
        }
    }

    [Fact]
    public async Task Detector_OfAPlugin_SeesWhatIsNewAndReportsItsPlace()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, extensions: static folder => folder.With(TestPlugins.Secrets, TestPlugins.Finder));

        await TurnAsync(host, Clean);
        for (var turn = 0; turn < 2; turn++)
        {
            var record = await TurnAsync(host, Clean, "there is a needle in here");
            record.Scan.Findings.ShouldHaveSingleItem().Location.ShouldBe("messages[1].content[0].text");
            record.Scan.Findings[0].Span!.Value.Length.ShouldBe("needle".Length);
            record.Scan.BytesKnown.ShouldBeGreaterThan(Clean.Length);
        }
    }

    [Fact]
    public async Task Detector_ThatIsNotThere_LeavesNothingKnown()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, extensions: static folder =>
        {
            folder.With(TestPlugins.Pii);
            File.WriteAllText(Path.Combine(folder.Add(TestPlugins.Secrets), TestPlugins.Secrets.Entry), "not a dll");
        });

        for (var turn = 0; turn < 2; turn++)
        {
            (await TurnAsync(host, Clean)).Scan.BytesKnown.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Body_BeyondTheLimit_LeavesNothingKnown()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress, static config => config with { Proxy = config.Proxy with { MaxBodySize = 1000 } });

        for (var turn = 0; turn < 2; turn++)
        {
            var record = await TurnAsync(host, Clean);
            record.Scan.BytesKnown.ShouldBe(0);
            record.Scan.BytesSkipped.ShouldBeGreaterThan(0);
        }
    }

    private static Task<ExchangeRecord> TurnAsync(ProductHost host, params string[] texts) => TurnOfAsync(host, "key", Session, texts);

    private static async Task<ExchangeRecord> TurnOfAsync(ProductHost host, string key, string session, params string[] texts)
    {
        using var response = await host.PostAsync("/v1/messages", Conversation(texts), ("x-api-key", key), ("x-session-id", session));
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        await response.Content.ReadAsStringAsync();
        return await host.Sink.NextCompletedAsync();
    }

    private static string Conversation(params string[] texts)
    {
        var messages = texts.Select((text, i) => $$"""{"role":"{{(i % 2 == 0 ? "user" : "assistant")}}","content":[{"type":"text","text":"{{text}}"}]}""");
        return $$"""{"model":"claude-x","max_tokens":16,"messages":[{{string.Join(",", messages)}}]}""";
    }
}
