using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Tests.Configuration;

public sealed class ConfigDiffTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("default_action: block", "default_action", "alert", "block")]
    [InlineData("default_action: log", "default_action", "alert", "log", true)]
    [InlineData("proxy: {port: 8090}", "proxy.port", "8080", "8090")]
    [InlineData("proxy: {bind: localhost}", "proxy.bind", "127.0.0.1", "localhost")]
    [InlineData("proxy: {bind: 0.0.0.0}", "proxy.bind", "127.0.0.1", "0.0.0.0", true)]
    [InlineData("proxy: {timeout: 90}", "proxy.timeout", "120", "90")]
    [InlineData("proxy: {connect_timeout: 20}", "proxy.connect_timeout", "10", "20")]
    [InlineData("proxy: {retries: 2}", "proxy.retries", "1", "2")]
    [InlineData("proxy: {max_connections: 20}", "proxy.max_connections", "50", "20")]
    [InlineData("proxy: {drain_timeout: 5}", "proxy.drain_timeout", "30", "5")]
    [InlineData("proxy: {max_body_size: 1000}", "proxy.max_body_size", "52428800", "1000", true)]
    [InlineData("proxy: {body_memory: 2000000}", "proxy.body_memory", "536870912", "2000000")]
    [InlineData("proxy: {verify_ssl: false}", "proxy.verify_ssl", "true", "false", true)]
    [InlineData("proxy: {standalone: false}", "proxy.standalone", "true", "false")]
    [InlineData("proxy: {forward_hosts: [a.example]}", "proxy.forward_hosts", "[]", "[a.example]")]
    [InlineData("proxy: {upstream: {anthropic: 'https://a.example'}}", "proxy.upstream.anthropic", "(none)", "https://a.example/")]
    [InlineData("proxy: {upstream: {anthropic: 'http://a.example'}}", "proxy.upstream.anthropic", "(none)", "http://a.example/", true)]
    [InlineData("proxy: {upstream: {anthropic: 'http://127.0.0.1:9'}}", "proxy.upstream.anthropic", "(none)", "http://127.0.0.1:9/")]
    [InlineData("detectors: {pii: {enabled: false}}", "detectors.pii.enabled", "true", "false", true)]
    [InlineData("detectors: {pii: {action: block}}", "detectors.pii.action", "(default)", "block")]
    [InlineData("detectors: {pii: {action: log}}", "detectors.pii.action", "(default)", "log", true)]
    [InlineData("roles: {tool_result: {action: block}}", "roles.tool_result.action", "(default)", "block")]
    [InlineData("roles: {user: {action: log}}", "roles.user.action", "(default)", "log", true)]
    [InlineData("allowlists: {secrets: [a, b]}", "allowlists.secrets", "0 entries", "2 entries (+2, -0)", true)]
    [InlineData("allowlists: {pii: [a]}", "allowlists.pii", "0 entries", "1 entry (+1, -0)", true)]
    [InlineData("allowlists: {paths: [a/**]}", "allowlists.paths", "0 entries", "1 entry (+1, -0)", true)]
    [InlineData("allowlists: {inline_comments: true}", "allowlists.inline_comments", "false", "true", true)]
    [InlineData("custom_rules: [{name: ticket, pattern: 'INT-[0-9]{6}', action: block}]", "custom_rules.ticket", "(none)", "high, block")]
    [InlineData("pipeline: {stages: {outbound_dlp: {enabled: false}}}", "pipeline.stages.outbound_dlp.enabled", "true", "false", true)]
    [InlineData("pipeline: {stages: {history_strip: {enabled: false}}}", "pipeline.stages.history_strip.enabled", "true", "false")]
    [InlineData("pipeline: {stages: {response_secrets: {enabled: true}}}", "pipeline.stages.response_secrets.enabled", "false", "true")]
    [InlineData("pipeline: {stages: {response_injection: {enabled: true}}}", "pipeline.stages.response_injection.enabled", "false", "true")]
    [InlineData("pipeline: {response_max_size: 4096}", "pipeline.response_max_size", "1048576", "4096", true)]
    [InlineData("pipeline: {stages: {encoding_decode: {enabled: false}}}", "pipeline.stages.encoding_decode.enabled", "true", "false", true)]
    [InlineData("pipeline: {stages: {encoding_decode: {base64: false}}}", "pipeline.stages.encoding_decode.base64", "true", "false", true)]
    [InlineData("pipeline: {stages: {encoding_decode: {hex: false}}}", "pipeline.stages.encoding_decode.hex", "true", "false", true)]
    [InlineData("pipeline: {stages: {encoding_decode: {url: false}}}", "pipeline.stages.encoding_decode.url", "true", "false", true)]
    [InlineData("pipeline: {stages: {encoding_decode: {unicode: false}}}", "pipeline.stages.encoding_decode.unicode", "true", "false", true)]
    [InlineData("pipeline: {stages: {encoding_decode: {max_depth: 1}}}", "pipeline.stages.encoding_decode.max_depth", "2", "1", true)]
    [InlineData("pipeline: {stages: {encoding_decode: {max_depth: 3}}}", "pipeline.stages.encoding_decode.max_depth", "2", "3")]
    [InlineData("pipeline: {stages: {encoding_decode: {min_decoded_length: 20}}}", "pipeline.stages.encoding_decode.min_decoded_length", "8", "20", true)]
    [InlineData("pipeline: {stages: {encoding_decode: {max_decoded_length: 1000}}}", "pipeline.stages.encoding_decode.max_decoded_length", "16777216", "1000", true)]
    [InlineData("pipeline: {stages: {websocket_outbound: {enabled: true}}}", "pipeline.stages.websocket_outbound.enabled", "false", "true")]
    [InlineData("pipeline: {stages: {websocket_inbound: {enabled: true}}}", "pipeline.stages.websocket_inbound.enabled", "false", "true")]
    [InlineData("websocket: {max_frame_size: 1000}", "websocket.max_frame_size", "1048576", "1000", true)]
    [InlineData("websocket: {allowed_origins: ['https://a.example']}", "websocket.allowed_origins", "[]", "[https://a.example]")]
    [InlineData("websocket: {allowed_targets: [a.example, '*']}", "websocket.allowed_targets", "[]", "[a.example, *]")]
    [InlineData("pipeline: {stages: {mcp_arguments: {enabled: false}}}", "pipeline.stages.mcp_arguments.enabled", "true", "false", true)]
    [InlineData("pipeline: {stages: {mcp_responses: {enabled: false}}}", "pipeline.stages.mcp_responses.enabled", "true", "false", true)]
    [InlineData("mcp: {allowed_tools: [b, a]}", "mcp.allowed_tools", "[]", "[a, b]")]
    [InlineData("mcp: {blocked_tools: [a]}", "mcp.blocked_tools", "[]", "[a]")]
    [InlineData("fail: {scan: closed}", "fail.scan", "open", "closed")]
    [InlineData("fail: {decode: closed}", "fail.decode", "open", "closed")]
    [InlineData("fail: {oversize: closed}", "fail.oversize", "open", "closed")]
    [InlineData("fail: {hook: closed}", "fail.hook", "open", "closed")]
    [InlineData("fail: {audit: closed}", "fail.audit", "open", "closed")]
    [InlineData("fail: {store: closed}", "fail.store", "open", "closed")]
    [InlineData("plugins: {on_fault: block_if_no_other_detector}", "plugins.on_fault", "allow", "block_if_no_other_detector")]
    [InlineData("plugins: {acme.x: {on_fault: block}}", "plugins.acme.x.on_fault", "(none)", "block")]
    [InlineData("plugins: {acme.x: {hooks: {evaluate: {on_fault: block}}}}", "plugins.acme.x.hooks.evaluate.on_fault", "(none)", "block")]
    [InlineData("plugins: {process_memory_mb: 100}", "plugins.process_memory_mb", "512", "100")]
    [InlineData("plugins: {process_call_ms: 100}", "plugins.process_call_ms", "50", "100")]
    [InlineData("plugins: {acme.x: {enabled: false}}", "plugins.acme.x.enabled", "true", "false", true)]
    [InlineData("analytics: {hash_secrets: false}", "analytics.hash_secrets", "true", "false")]
    [InlineData("analytics: {store_context: false}", "analytics.store_context", "true", "false")]
    [InlineData("dedup: {conversation_ttl_minutes: 5}", "dedup.conversation_ttl_minutes", "30", "5")]
    [InlineData("dedup: {finding_ttl_minutes: 5}", "dedup.finding_ttl_minutes", "30", "5")]
    [InlineData("dedup: {max_conversations: 5}", "dedup.max_conversations", "10000", "5")]
    [InlineData("dedup: {max_hashes_per_conversation: 5}", "dedup.max_hashes_per_conversation", "5000", "5")]
    [InlineData("notifications: {cooldown_seconds: 60}", "notifications.cooldown_seconds", "300", "60")]
    [InlineData("notifications: [{name: team, type: webhook}]", "notifications.channels.team", "(none)", "webhook")]
    [InlineData("rules: {auto_import: false}", "rules.auto_import", "true", "false")]
    [InlineData("rules: {rebuild_delay_seconds: 5}", "rules.rebuild_delay_seconds", "2", "5")]
    [InlineData("audit: {retention_days: 30}", "audit.retention_days", "90", "30", true)]
    [InlineData("audit: {max_size_mb: 50}", "audit.max_size_mb", "100", "50")]
    [InlineData("audit: {hash_chain: true}", "audit.hash_chain", "false", "true")]
    [InlineData("proxy: {trusted_proxies: [10.0.0.7]}", "proxy.trusted_proxies", "[]", "[10.0.0.7/32]")]
    [InlineData("logging: {file_level: debug}", "logging.file_level", "info", "debug")]
    public void Between_OneSettingThatReloads_NamesKeyValuesAndWeakness(string yaml, string key, string from, string to, bool isWeaker = false) =>
        Only(yaml).ShouldBe(new ConfigChange(key, from, to) { IsWeaker = isWeaker });

    [Theory]
    [InlineData("analytics: {enabled: false}", "analytics.enabled", true)]
    [InlineData("analytics: {retention_days: 30}", "analytics.retention_days", true)]
    [InlineData("dashboard: {enabled: false}", "dashboard.enabled")]
    [InlineData("dashboard: {port: 9000}", "dashboard.port")]
    [InlineData("dashboard: {bind: 0.0.0.0}", "dashboard.bind", true)]
    [InlineData("dashboard: {auth: none}", "dashboard.auth", true)]
    [InlineData("dashboard: {password: something}", "dashboard.password")]
    [InlineData("dashboard: {viewer_password: something}", "dashboard.viewer_password")]
    [InlineData("dashboard: {allowed_hosts: [a.example]}", "dashboard.allowed_hosts")]
    [InlineData("telemetry: {otlp_endpoint: 'http://127.0.0.1:4318'}", "telemetry.otlp_endpoint")]
    [InlineData("logging: {max_size_mb: 20}", "logging.max_size_mb")]
    [InlineData("logging: {backup_count: 2}", "logging.backup_count")]
    [InlineData("logging: {log_dir: /elsewhere}", "logging.log_dir")]
    [InlineData("audit: {log_dir: /elsewhere}", "audit.log_dir")]
    [InlineData("analytics: {db_path: /elsewhere.db}", "analytics.db_path")]
    [InlineData("plugins: {acme.x: {grant: [detect]}}", "plugins.acme.x.grant")]
    [InlineData("plugins: {acme.x: {token: abc}}", "plugins.acme.x.token")]
    [InlineData("plugins: {acme.x: {isolation: process}}", "plugins.acme.x.isolation")]
    [InlineData("plugins: {acme.x: {process_memory_mb: 100}}", "plugins.acme.x.process_memory_mb")]
    [InlineData("plugins: {acme.x: {process_call_ms: 100}}", "plugins.acme.x.process_call_ms")]
    [InlineData("plugins: {trust: pinned}", "plugins.trust")]
    [InlineData("detectors: {secrets: {entropy_threshold: 4.0}}", "detectors.secrets.entropy_threshold")]
    public void Between_OneSettingOfTheStart_NeedsARestartAndIsKept(string yaml, string key, bool isWeaker = false)
    {
        var change = Only(yaml);
        change.Key.ShouldBe(key);
        change.NeedsRestart.ShouldBeTrue();
        change.IsWeaker.ShouldBe(isWeaker);

        var (running, wanted) = (_fixture.ReadValid(""), _fixture.ReadValid(yaml));
        ConfigDiff.Between(running, StartSettings.Keep(running, wanted)).ShouldBeEmpty();
        ConfigDiff.Between(StartSettings.Keep(running, wanted), wanted).ShouldBe([change]);
    }

    [Fact]
    public void Keep_PluginThatIsStartedWithTheNewOne_HasItsNewSettings()
    {
        var (running, wanted) = (_fixture.ReadValid(""), _fixture.ReadValid("plugins: {acme.x: {token: abc}, acme.y: {token: abc}}\ndetectors: {secrets: {level: 4}, pii: {level: 4}}"));
        var started = new PluginManifest
        {
            Schema = 1, Id = "acme.x", Version = "1.0.0", Entry = "x.dll", EntryType = "X", Api = new ApiVersion(1, 0), Detectors = ["secrets"],
        };

        var used = StartSettings.Keep(running, wanted, started);

        ConfigDiff.Between(used, wanted).Select(static change => change.Key).ShouldBe(["detectors.pii.level", "plugins.acme.y.token"]);
    }

    [Theory]
    [InlineData("detectors: {pii: {action: block}}", "", true)]
    [InlineData("detectors: {pii: {action: block}}", "default_action: block", true)]
    [InlineData("default_action: block\ndetectors: {pii: {action: log}}", "default_action: block", false)]
    [InlineData("detectors: {pii: {enabled: false}}", "", false)]
    [InlineData("roles: {user: {action: block}}", "", true)]
    [InlineData("roles: {user: {action: block}}", "roles: {user: {action: block}}\ndetectors: {pii: {action: redact}}", true)]
    [InlineData("roles: {user: {action: log}}", "roles: {user: {action: log}}\ndetectors: {pii: {action: alert}}", false)]
    [InlineData("allowlists: {secrets: [a, b]}", "allowlists: {secrets: [b]}", false)]
    [InlineData("allowlists: {secrets: [a, b]}", "allowlists: {secrets: [b, c]}", true)]
    [InlineData("fail: {scan: closed}", "", true)]
    [InlineData("websocket: {allowed_targets: [a.example]}", "", true)]
    [InlineData("websocket: {allowed_origins: ['https://a.example']}", "websocket: {allowed_origins: ['https://b.example']}", false)]
    [InlineData("pipeline: {stages: {websocket_inbound: {enabled: true}}}", "", true)]
    [InlineData("pipeline: {stages: {websocket_outbound: {enabled: true}}}", "", false)]
    [InlineData("plugins: {on_fault: block}", "plugins: {on_fault: block_if_no_other_detector}", true)]
    [InlineData("plugins: {acme.x: {on_fault: block}}", "plugins: {on_fault: block, acme.x: {on_fault: allow}}", true)]
    [InlineData("notifications: [{name: team, type: webhook}]", "", true)]
    [InlineData("notifications: [{name: team, type: webhook}]", "notifications: [{name: team, type: webhook, enabled: false}]", true)]
    [InlineData("notifications: [{name: team, type: webhook}]", "notifications: [{name: team, type: webhook, url: 'https://a.example'}]", false)]
    [InlineData("custom_rules: [{name: t, pattern: 'INT-[0-9]{6}'}]", "", true)]
    [InlineData("custom_rules: [{name: t, pattern: 'INT-[0-9]{6}', action: block}]", "custom_rules: [{name: t, pattern: 'INT-[0-9]{6}'}]", true)]
    [InlineData("custom_rules: [{name: t, pattern: 'INT-[0-9]{6}', severity: critical}]", "custom_rules: [{name: t, pattern: 'INT-[0-9]{6}'}]", true)]
    [InlineData("custom_rules: [{name: t, pattern: 'INT-[0-9]{6}'}]", "custom_rules: [{name: t, pattern: 'INT-[0-9]{7}'}]", false)]
    public void Between_TwoConfigurations_SaysWhatProtectsLess(string from, string to, bool isWeaker) =>
        ConfigDiff.Between(_fixture.ReadValid(from), _fixture.ReadValid(to)).Any(static change => change.IsWeaker).ShouldBe(isWeaker);

    [Theory]
    [InlineData("custom_rules: [{name: t, pattern: 'INT-[0-9]{6}', keywords: [INT-]}]")]
    [InlineData("allowlists: {secrets: [a, b]}\nplugins: {acme.x: {token: abc, list: [1, 2]}}")]
    [InlineData("proxy: {upstream: {anthropic: 'https://a.example'}}")]
    public void Between_TheSameFileReadTwice_IsEmpty(string yaml) =>
        ConfigDiff.Between(_fixture.ReadValid(yaml), _fixture.ReadValid(yaml)).ShouldBeEmpty();

    [Fact]
    public void Between_AllowlistInAnotherOrder_IsEmpty() =>
        ConfigDiff.Between(_fixture.ReadValid("allowlists: {pii: [a, b]}"), _fixture.ReadValid("allowlists: {pii: [b, a]}")).ShouldBeEmpty();

    [Fact]
    public void Between_CaBundle_IsNamed()
    {
        var path = _fixture.Temp.Write("bundle.pem", ConfigFixture.Certificate);
        Only($"proxy: {{ca_bundle: '{path}'}}").ShouldBe(new ConfigChange("proxy.ca_bundle", "(none)", path));
    }

    [Fact]
    public void Between_EveryKeyOfTheDefaultFile_IsCovered()
    {
        // A key that is added to the file and not to the comparison would reload in silence, or not at all.
        // That of rule_analysis is of a plugin's settings.
        string[] handled = ["version", "proxy.upstream", "detectors", "roles", "allowlists", "custom_rules", "notifications.channels", "rule_analysis"];
        var covered = Settings.Proxy.Concat(Settings.Others).Select(static setting => setting.Key).Concat(handled).ToList();
        var source = _fixture.Read(DefaultConfigFile.Text).Source;
        KeysOf(DefaultConfigFile.Text).Where(key => source.LineOf(key) > 0)
            .Where(key => !covered.Any(known => known == key || known.StartsWith(key + ".", StringComparison.Ordinal) || key.StartsWith(known + ".", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> KeysOf(string text)
    {
        var parents = new List<string>();
        foreach (var line in text.Split('\n').Where(static line => line.Contains(':', StringComparison.Ordinal) && !line.TrimStart().StartsWith('#')))
        {
            var depth = (line.Length - line.TrimStart().Length) / 2;
            parents.RemoveRange(depth, parents.Count - depth);
            parents.Add(line.Trim().Split(':')[0]);
            yield return string.Join('.', parents);
        }
    }

    private ConfigChange Only(string yaml) => ConfigDiff.Between(_fixture.ReadValid(""), _fixture.ReadValid(yaml)).ShouldHaveSingleItem();
}
