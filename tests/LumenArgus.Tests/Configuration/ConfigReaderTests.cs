using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Trust;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.Configuration;

public sealed class ConfigReaderTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    [InlineData("proxy:\ndetectors: ~\nfail: null\n")]
    public void Read_NoContent_GivesDefaults(string text) =>
        _fixture.ReadValid(text).ShouldBeEquivalentTo(LumenArgusConfig.Defaults(_fixture.Home));

    [Fact]
    public void Read_AllKeys_GivesTheirValues()
    {
        _fixture.Temp.Write("ca.pem", ConfigFixture.Certificate);

        var config = _fixture.ReadValid("""
            version: 1
            default_action: block
            proxy:
              port: 9000
              bind: "::1"
              timeout: 5
              connect_timeout: 6
              retries: 0
              max_body_size: 1_000
              body_memory: 2000000
              max_connections: 7
              drain_timeout: 0
              ca_bundle: ~/ca.pem
              verify_ssl: no
              standalone: False
              upstream:
                anthropic: http://127.0.0.1:9/base/
            detectors:
              secrets:
                enabled: on
                action: log
                entropy_threshold: 5.0
                types: [a, b]
              pii:
                enabled: false
                action: ""
            audit: {log_dir: logs/audit, retention_days: 3, max_size_mb: 7, hash_chain: true}
            logging: {log_dir: /var/log/x, file_level: debug, max_size_mb: 1, backup_count: 0, format: text, output: file}
            pipeline: {stages: {outbound_dlp: {enabled: false}}}
            fail: {scan: closed, decode: closed, oversize: closed, hook: closed, audit: closed, store: closed}
            plugins:
              trust: open
              on_fault: block
              acme.pii:
                enabled: false
                on_fault: block_if_no_other_detector
                grant: [detect]
                threshold: 7
            """);

        config.DefaultAction.ShouldBe(PolicyAction.Block);
        config.Proxy.Upstreams["anthropic"].ToString().ShouldBe("http://127.0.0.1:9/base/");
        (config.Proxy with { Upstreams = new ProxyConfig().Upstreams }).ShouldBe(new ProxyConfig
        {
            Port = 9000,
            Bind = "::1",
            Timeout = TimeSpan.FromSeconds(5),
            ConnectTimeout = TimeSpan.FromSeconds(6),
            Retries = 0,
            MaxBodySize = 1000,
            BodyMemory = 2_000_000,
            MaxConnections = 7,
            DrainTimeout = TimeSpan.Zero,
            CaBundle = _fixture.Temp.File("ca.pem"),
            VerifySsl = false,
            Standalone = false,
        });
        config.Detector("secrets").Enabled.ShouldBeTrue();
        config.Detector("secrets").Action.ShouldBe(PolicyAction.Log);
        config.Detector("secrets").Settings.Values.ShouldBe(
            [new("entropy_threshold", "5.0"), new("types:0", "a"), new("types:1", "b")]);
        config.Detector("pii").ShouldBe(new DetectorConfig { Enabled = false });
        config.Detector("other").ShouldBe(new DetectorConfig());
        config.Audit.ShouldBe(new AuditConfig { LogDir = _fixture.Temp.File("logs/audit"), RetentionDays = 3, MaxSizeMb = 7, HashChain = true });
        config.Logging.ShouldBe(new LoggingConfig { LogDir = "/var/log/x", FileLevel = LogLevel.Debug, MaxSizeMb = 1, BackupCount = 0 });
        config.Pipeline.OutboundDlp.ShouldBeFalse();
        config.Fail.ShouldBe(new FailConfig
        {
            Scan = FailMode.Closed, Decode = FailMode.Closed, Oversize = FailMode.Closed, Hook = FailMode.Closed, Audit = FailMode.Closed,
            Store = FailMode.Closed,
        });
        config.Plugins.OnFault.ShouldBe(OnFault.Block);
        var plugin = config.Plugin("acme.pii");
        plugin.Enabled.ShouldBeFalse();
        plugin.OnFault.ShouldBe(OnFault.BlockIfNoOtherDetector);
        plugin.Grant.ShouldNotBeNull().ShouldBe(["detect"]);
        plugin.Settings.Values.ShouldBe([new("threshold", "7")]);
    }

    [Fact]
    public void Read_ManyMistakes_ReportsAllInFileOrder() => _fixture.Errors("""
        default_action: blok
        proxy:
          port: 99999
          bind: everywhere
          retries: two
          timeout: [1]
          upstream:
            openai: api.openai.com
            gemini: https://user:hunter2@example.com
        detectors:
          secrets:
            action: warn
            enabled: "false"
          pii: yes
        logging:
          file_level: loud
        plugins:
          trust: sined
          acme.pii:
            grant: detect
        fail: open
        """).ShouldBe([
        "config.yaml:1 default_action must be one of log, alert, redact, block (was blok); did you mean 'block'?",
        "config.yaml:3 proxy.port must be 1..65535 (was 99999)",
        "config.yaml:4 proxy.bind must be an IP address or localhost (was everywhere)",
        "config.yaml:5 proxy.retries must be 0..5 (was two)",
        "config.yaml:6 proxy.timeout must be a single value",
        "config.yaml:8 proxy.upstream.openai must be an http or https URL without query, for example https://api.example.com/base (was api.openai.com)",
        "config.yaml:9 proxy.upstream.gemini must be a URL without user and password",
        "config.yaml:12 detectors.secrets.action must be one of log, alert, redact, block (was warn)",
        "config.yaml:13 detectors.secrets.enabled must be true or false without quotes (was \"false\")",
        "config.yaml:14 detectors.pii must be a section with keys of its own",
        "config.yaml:16 logging.file_level must be one of debug, info, warning, error (was loud)",
        "config.yaml:18 plugins.trust must be one of open, pinned, signed (was sined); did you mean 'signed'?",
        "config.yaml:20 plugins.acme.pii.grant must be a list of texts, for example [first, second]",
        "config.yaml:21 fail must be a section with keys of its own",
    ]);

    [Fact]
    public void Read_HooksOfAPlugin_SayWhatTheirFailureDoesOrWhyItCannot() => _fixture.Errors("""
        plugins:
          trusted_keys: [abc]
          process_memory_mb: 1
          acme.pii:
            isolation: proces
            process_call_ms: 0
            hooks:
              evaluat: {on_fault: block}
              redact: {on_fault: allow}
              post_scan: {on_fault: block}
              response_chunk: {on_fault: block}
              pre_request: {on_fault: blok}
        """).ShouldBe([
        "config.yaml:2 plugins.trusted_keys holds a text that is no public key; 'lumen-argus plugins keygen' prints one",
        "config.yaml:3 plugins.process_memory_mb must be 64..65536 (was 1)",
        "config.yaml:5 plugins.acme.pii.isolation must be one of none, process (was proces); did you mean 'process'?",
        "config.yaml:6 plugins.acme.pii.process_call_ms must be 10..60000 (was 0)",
        "config.yaml:8 plugins.acme.pii.hooks.evaluat is no hook; there are config_reload, evaluate, health, metrics, post_scan, pre_request, redact, response_chunk, response_scan, trace, ws_connection; did you mean 'evaluate'?",
        "config.yaml:9 plugins.acme.pii.hooks.redact.on_fault must be block: what was to be removed is not sent",
        "config.yaml:10 plugins.acme.pii.hooks.post_scan.on_fault must be allow: the exchange is decided when it is called",
        "config.yaml:11 plugins.acme.pii.hooks.response_chunk.on_fault must be allow: the response is under way, and goes on as the provider sent it",
        "config.yaml:12 plugins.acme.pii.hooks.pre_request.on_fault must be one of allow, block (was blok); did you mean 'block'?",
    ]);

    [Fact]
    public void Read_IsolationTrustAndHooks_AreThere()
    {
        using var key = PluginKey.Generate();
        var config = _fixture.ReadValid($$"""
            plugins:
              trust: signed
              trusted_keys: [{{PluginKey.Of(key)}}]
              process_memory_mb: 256
              process_call_ms: 80
              acme.pii:
                isolation: process
                process_memory_mb: 128
                hooks: { evaluate: { on_fault: block }, response_scan: { on_fault: allow } }
                token: abc
            """);

        (config.Plugins.Trust, config.Plugins.ProcessMemoryMb, config.Plugins.ProcessCallMs).ShouldBe((PluginTrust.Signed, 256, 80));
        config.Plugins.TrustedKeys.ShouldHaveSingleItem().ShouldBe(PluginKey.Of(key).ToString());
        var plugin = config.Plugin("acme.pii");
        (plugin.Isolation, plugin.ProcessMemoryMb, plugin.ProcessCallMs).ShouldBe((PluginIsolation.Process, 128, null));
        plugin.Hooks.ByHook["evaluate"].ShouldBe(FailMode.Closed);
        plugin.Hooks.ByHook["response_scan"].ShouldBe(FailMode.Open);
        plugin.Settings.Values.Keys.ShouldBe(["token"]);
    }

    [Fact]
    public void Read_AnyError_GivesNoConfig() => _fixture.Read("proxy: {port: 0}").Config.ShouldBeNull();

    [Fact]
    public void Read_DuplicateKeys_ReportsEachWithBothLines() => _fixture.Errors("""
        proxy:
          port: 1
          port: 2
        version: 1
        proxy:
          retries: 9
        """).ShouldBe([
        "config.yaml:3 proxy.port is given twice (first in line 2)",
        "config.yaml:5 proxy is given twice (first in line 1)",
    ]);

    [Theory]
    [InlineData("proxy:\n\tport: 1\n", 2, "tabs")]
    [InlineData("proxy: {port: 1\n", 2, "is not valid YAML")]
    [InlineData("- a\n- b\n", 1, "must hold keys and values")]
    [InlineData("just text\n", 1, "must hold keys and values")]
    [InlineData("version: 1\n---\nversion: 1\n", 2, "second document")]
    [InlineData("audit: *nothing\n", 1, "names nothing above it")]
    [InlineData("a: &x {b: 1}\nproxy:\n  <<: *x\n", 3, "merge key")]
    [InlineData("? [a]\n: b\n", 1, "a key must be a single value")]
    public void Read_BadYaml_ReportsLineAndReason(string text, int line, string reason)
    {
        var problem = _fixture.Read(text).Errors.ShouldHaveSingleItem();

        problem.Line.ShouldBe(line);
        problem.ToString().ShouldContain(reason);
    }

    [Fact]
    public void Read_DeepNesting_IsAnErrorNotACrash() =>
        _fixture.Errors(new string('[', 100_000)).ShouldHaveSingleItem().ShouldContain("nested deeper");

    [Fact]
    public void Read_AliasBomb_IsBounded()
    {
        var text = "acme: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
            + string.Concat(Enumerable.Range(1, 12).Select(i => $"acme{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n"))
            + "plugins:\n  acme.bomb:\n    list: *a12\n";

        _fixture.Errors(text).ShouldHaveSingleItem().ShouldContain("more than 10000 settings");
    }

    [Fact]
    public void Read_UnknownKeys_WarnWithSuggestionAndWithoutValue()
    {
        var warnings = _fixture.Warnings("""
            default_acton: block
            proxy:
              prot: 8081
              password: hunter2
            detectors:
              secrets:
                enable: false
            pipeline:
              stages:
                outbond_dlp: {enabled: false}
            plugins:
              on_falt: block
            """);

        warnings.ShouldBe([
            "config.yaml:1 default_acton is not a known key and has no effect; did you mean 'default_action'?",
            "config.yaml:3 proxy.prot is not a known key and has no effect; did you mean 'port'?",
            "config.yaml:4 proxy.password is not a known key and has no effect",
            "config.yaml:7 detectors.secrets.enable is handed to the detector's plugin; did you mean 'enabled'?",
            "config.yaml:10 pipeline.stages.outbond_dlp is not a known key and has no effect; did you mean 'outbound_dlp'?",
            "config.yaml:12 plugins.on_falt is not a known key and has no effect; did you mean 'on_fault'?",
        ]);
    }

    [Fact]
    public void Read_KeysOfTheOriginal_AreAcceptedButNotSilently() => _fixture.Warnings("""
        enterprise: {port: 8081}
        logging: {format: json}
        encoding_decode: {base64: true}
        pipeline: {stages: {mcp_responses: {enabled: true, mode: async}, response_secrets: {enabled: true, mode: buffered}}}
        """).ShouldBe([
        "config.yaml:1 enterprise is not supported by this version and has no effect",
        "config.yaml:2 logging.format has no effect in this version, which always uses text",
        "config.yaml:3 encoding_decode has no effect here: it belongs under pipeline.stages",
        "config.yaml:4 pipeline.stages.mcp_responses.mode is not supported by this version and has no effect",
        "config.yaml:4 pipeline.stages.response_secrets.mode is buffered: that takes a plugin with the hook response_scan, which then holds responses whatever stands here",
    ]);

    [Fact]
    public void Read_DangerousValues_Warn() => _fixture.Warnings("""
        proxy:
          bind: 0.0.0.0
          verify_ssl: false
        """).ShouldBe([
        "config.yaml:2 proxy.bind is 0.0.0.0: other machines can reach the proxy, which asks nobody for a password",
        "config.yaml:3 proxy.verify_ssl is false: any certificate is accepted, so anyone on the way can read and change the traffic",
    ]);

    [Fact]
    public void Read_MissingFile_IsAnErrorWithoutLine() =>
        ConfigReader.Read(_fixture.Temp.File("none.yaml"), _fixture.Home).Errors.ShouldHaveSingleItem().ToString()
            .ShouldStartWith("none.yaml cannot be read: ");

    [Fact]
    public void Source_KeyOfAPlugin_HasItsLine()
    {
        var result = _fixture.Read("plugins:\n  acme.pii:\n    a:\n      b: 1\n");

        result.Source.LineOf("plugins.acme.pii.a.b").ShouldBe(4);
        result.Source.Problem("plugins.acme.pii.a.b", "is wrong").ToString().ShouldBe("config.yaml:4 plugins.acme.pii.a.b is wrong");
    }

    [Fact]
    public void Source_NamesNobodyHas_AreReported()
    {
        var result = _fixture.Read("detectors:\n  secret: {enabled: false}\nplugins:\n  acme.pii: {}\n");

        result.Source.UnknownDetectors(result.Config!, ["secrets", "pii"]).ShouldHaveSingleItem().ToString()
            .ShouldBe("config.yaml:2 detectors.secret names a detector that no loaded plugin has; did you mean 'secrets'?");
        result.Source.UnknownPlugins(result.Config!, ["acme.pi"]).ShouldHaveSingleItem().ToString()
            .ShouldBe("config.yaml:4 plugins.acme.pii names a plugin that was not found; did you mean 'acme.pi'?");
    }

    [Fact]
    public void ToString_OfConfig_ShowsNoSettingValue() =>
        _fixture.ReadValid("plugins: {acme.pii: {token: hunter2}}").Plugin("acme.pii").ToString().ShouldNotContain("hunter2");
}
