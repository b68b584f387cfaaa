using System.Net;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Failing;

/// <summary>Each cell of the fail table, brought about in the whole product.</summary>
public sealed class FailTableTests
{
    private static readonly (FailCase Case, string How)[] Ways =
    [
        (FailCase.Scan, "a limit of decoding"),
        (FailCase.Plugin, "a detector throws"),
        (FailCase.Plugin, "a detector hangs"),
        (FailCase.Decode, "an unknown coding"),
        (FailCase.Decode, "a damaged body"),
        (FailCase.Oversize, "a long body"),
        (FailCase.Hook, "the evaluate hook throws"),
        (FailCase.Hook, "the evaluate hook hangs"),
        (FailCase.Audit, "a folder that cannot be made"),
        (FailCase.Store, "a damaged database"),
    ];

    public static TheoryData<FailCase, string, FailMode> Cells
    {
        get
        {
            var cells = new TheoryData<FailCase, string, FailMode>();
            foreach (var (failCase, how) in Ways)
            {
                cells.Add(failCase, how, FailMode.Open);
                cells.Add(failCase, how, FailMode.Closed);
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Case_ThatHappens_ForwardsWithAFindingOrBlocks(FailCase failCase, string how, FailMode mode)
    {
        var body = BodyFor(how);
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(provider.BaseAddress, config => Prepare(config, failCase, how, mode), folder => AddPlugins(folder, how));

        using var response = await host.PostAsync("/v1/messages", body, [.. Headers(how)]);
        var text = await response.Content.ReadAsStringAsync();

        var scan = host.Sink.Decided.ShouldHaveSingleItem().Scan;
        if (mode == FailMode.Open)
        {
            host.ShouldAnswer(response, HttpStatusCode.OK);
            provider.Requests.ShouldHaveSingleItem().Body.ShouldBe(body);
        }
        else
        {
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            text.ShouldStartWith("""{"type":"error",""");
            text.ShouldContain("NOT sent");
            provider.Requests.ShouldBeEmpty();
            scan.Action.ShouldBe(PolicyAction.Block);
        }

        var told = scan.Findings.Where(static finding => finding.Origin == FindingOrigin.Framework).ToList();
        if (failCase == FailCase.Store && mode == FailMode.Open)
        {
            told.ShouldBeEmpty();
            return;
        }

        var finding = told.ShouldHaveSingleItem();
        finding.Type.ShouldBe(failCase == FailCase.Scan ? "unscanned" : FailTable.Entries[(int)failCase].Finding);
        finding.Action.ShouldBe(mode == FailMode.Open ? PolicyAction.Alert : PolicyAction.Block);
        finding.Detail.ShouldNotBeNullOrEmpty();
        if (finding.Type == "unscanned")
        {
            finding.Detail.ShouldMatch("[0-9]+ byte");
        }
    }

    [Fact]
    public void Ways_OfAllCases_AreTried()
    {
        Ways.Select(static way => way.Case).Distinct().ShouldBe(FailTable.Entries.Select(static entry => entry.Case));
        FailTable.Entries.Select(static entry => (int)entry.Case).ShouldBe(Enumerable.Range(0, FailTable.Entries.Length));
    }

    private static LumenArgusConfig Prepare(LumenArgusConfig config, FailCase failCase, string how, FailMode mode)
    {
        config = config with
        {
            Fail = failCase switch
            {
                FailCase.Scan => new FailConfig { Scan = mode },
                FailCase.Decode => new FailConfig { Decode = mode },
                FailCase.Oversize => new FailConfig { Oversize = mode },
                FailCase.Hook => new FailConfig { Hook = mode },
                FailCase.Audit => new FailConfig { Audit = mode },
                FailCase.Store => new FailConfig { Store = mode },
                _ => new FailConfig(),
            },
            Plugins = config.Plugins with { OnFault = mode == FailMode.Closed ? OnFault.Block : OnFault.Allow },
        };
        switch (how)
        {
            case "a limit of decoding":
                return config with { Pipeline = config.Pipeline with { Decoding = config.Pipeline.Decoding with { MaxDecodedLength = 100 } } };
            case "a long body":
                return config with { Proxy = config.Proxy with { MaxBodySize = 50 } };
            case "the evaluate hook throws":
                return WithHook(config, "fail", "evaluate");
            case "the evaluate hook hangs":
                return WithHook(config, "decide", "spin");
            case "a folder that cannot be made":
                File.WriteAllText(config.Audit.LogDir, "");
                return config;
            case "a damaged database":
                File.WriteAllText(config.Analytics.DbPath, new string('x', 8192));
                return config;
            default:
                return config;
        }
    }

    // With the faults of hooks not counted as those of a detector.
    private static LumenArgusConfig WithHook(LumenArgusConfig config, string key, string value) => config with
    {
        Plugins = config.Plugins with
        {
            OnFault = OnFault.Allow,
            ById = config.Plugins.ById.SetItem("test.hooks", new PluginConfig { Settings = new SettingMap(SettingMap.Empty.Values.SetItem(key, value)) }),
        },
    };

    private static void AddPlugins(ExtensionsFolder folder, string how)
    {
        switch (how)
        {
            case "a detector throws":
                folder.With(TestPlugins.Throwing);
                break;
            case "a detector hangs":
                folder.With(TestPlugins.Spinning);
                break;
            case "the evaluate hook throws" or "the evaluate hook hangs":
                folder.With(TestPlugins.Secrets, TestPlugins.Hooks);
                break;
            default:
                folder.With(TestPlugins.Secrets);
                break;
        }
    }

    private static byte[] BodyFor(string how) => how switch
    {
        "a damaged body" => Damaged(),
        "an unknown coding" => [1, 2, 3, 4],
        "a detector hangs" => Encoding.UTF8.GetBytes(Bodies.Anthropic("spin now")),
        "a limit of decoding" => Encoding.UTF8.GetBytes(
            Bodies.Anthropic(Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("some words of text, ", 45)))))),
        _ => Encoding.UTF8.GetBytes(Bodies.Anthropic($"use {Bodies.AwsKey} please")),
    };

    private static byte[] Damaged()
    {
        byte[] body = [.. RequestBodies.Coded.Apply(Encoding.UTF8.GetBytes(Bodies.Anthropic("hello")), "gzip")];
        body[^1] ^= 1;
        return body;
    }

    private static IEnumerable<(string Name, string Value)> Headers(string how) => how switch
    {
        "an unknown coding" => [("Content-Encoding", "x-secret-sauce")],
        "a damaged body" => [("Content-Encoding", "gzip")],
        _ => [],
    };
}
