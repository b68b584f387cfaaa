using System.Text.RegularExpressions;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.AuditCommands;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.FileScan;
using LumenArgus.Host.LogCommands;
using LumenArgus.Host.PluginCommands;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Modes;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.Tests.Architecture;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.Host;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private DeclaredCommand[] _pluginCommands = [];
    private TypedCommand? _pluginCommand;
    private ServeOptions? _serve;
    private PluginsOptions? _plugins;
    private string? _pluginsVerb;
    private bool _clientsJson;
    private AuditVerifyOptions? _auditVerify;
    private AuditExportOptions? _auditExport;
    private LogsExportOptions? _logsExport;
    private ReloadOptions? _reload;
    private ModeOptions? _mode;
    private ScanOptions? _scan;
    private RulesListOptions? _rulesList;
    private RulesValidateOptions? _rulesValidate;
    private RulesTestOptions? _rulesTest;
    private RulesShowOptions? _rulesShow;
    private RulesImportOptions? _rulesImport;
    private RulesExportOptions? _rulesExport;
    private RulesSwitchOptions? _rulesSwitch;

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Serve_NoFlags_LeavesEverythingToTheConfiguration()
    {
        (await RunAsync("serve")).ShouldBe(0);

        _serve.ShouldNotBeNull().ShouldBe(new ServeOptions { Extensions = _serve.Extensions, UnsupportedFlags = _serve.UnsupportedFlags });
        _serve.Extensions.ShouldBeEmpty();
        _serve.UnsupportedFlags.ShouldBeEmpty();
    }

    [Fact]
    public async Task PluginCommand_ArgumentsAndOptions_AreGivenByName()
    {
        _pluginCommands =
        [
            new DeclaredCommand("acme.one", new PluginCommand(
                "report",
                "Print a report.",
                [new PluginCommandArgument("project", "", IsNeeded: true, IsMany: false), new PluginCommandArgument("files", "", IsNeeded: false, IsMany: true)],
                [new PluginCommandOption("--days", "", "N"), new PluginCommandOption("--all", "", ValueName: null)])),
            new DeclaredCommand("acme.two", new PluginCommand("serve", "Is not ours.", [], [])),
        ];

        (await RunAsync(3, "report", "p", "a", "b", "--days", "7", "--all")).ShouldBe(3);

        var typed = _pluginCommand.ShouldNotBeNull();
        typed.Declared.PluginId.ShouldBe("acme.one");
        typed.Arguments["project"].ShouldBe(["p"]);
        typed.Arguments["files"].ShouldBe(["a", "b"]);
        typed.Options["days"].ShouldBe(["7"]);
        typed.Options["all"].ShouldBeEmpty();

        (await RunAsync("report", "p")).ShouldBe(0);
        _pluginCommand.Arguments.ShouldNotContainKey("files");
        _pluginCommand.Options.ShouldBeEmpty();
        _error.ToString().ShouldContain("the plugin acme.two declares a command 'serve', which the host has itself");
        (await RunAsync("report")).ShouldBe(2);
    }

    [Fact]
    public async Task Serve_AllFlags_AreRead()
    {
        (await RunAsync(
            "serve", "-p", "0", "-H", "::1", "-c", "c.yaml", "--log-dir", "/audit", "-f", "json", "--no-color", "--log-level", "info", "--action", "block",
            "--extensions", "/a", "--extensions", "/b", "--dashboard-port", "9", "--no-dashboard")).ShouldBe(0);

        var options = _serve.ShouldNotBeNull();
        options.Port.ShouldBe(0);
        options.Host.ShouldBe("::1");
        options.ConfigPath.ShouldBe("c.yaml");
        options.LogDir.ShouldBe("/audit");
        options.Format.ShouldBe(TerminalFormat.Json);
        options.NoColor.ShouldBeTrue();
        options.LogLevel.ShouldBe(LogLevel.Information);
        options.Action.ShouldBe(PolicyAction.Block);
        options.Extensions.ShouldBe(["/a", "/b"]);
        options.DashboardPort.ShouldBe(9);
        options.NoDashboard.ShouldBeTrue();
    }

    [Fact]
    public async Task Serve_FlagsOfTheOriginal_AreAcceptedAndNamed()
    {
        (await RunAsync("serve", "--no-default-rules", "--no-standalone")).ShouldBe(0);

        _serve!.UnsupportedFlags.ShouldBe(["--no-standalone"]);
        _serve.NoDefaultRules.ShouldBeTrue();
    }

    [Fact]
    public async Task Reload_Format_IsRead()
    {
        (await RunAsync("reload", "--format", "json")).ShouldBe(0);

        _reload.ShouldBe(new ReloadOptions(TerminalFormat.Json));
    }

    [Fact]
    public async Task Serve_ExitCodeOfTheHandler_IsReturned() => (await RunAsync(7, "serve")).ShouldBe(7);

    [Fact]
    public async Task Audit_AllFlags_AreRead()
    {
        var hash = new string('A', 64);
        (await RunAsync("audit", "verify", "a.jsonl", "folder", "--expect", hash, "-c", "c.yaml")).ShouldBe(0);
        _auditVerify.ShouldNotBeNull().Paths.ShouldBe(["a.jsonl", "folder"]);
        (_auditVerify.Expect, _auditVerify.ConfigPath).ShouldBe((hash.ToLowerInvariant(), "c.yaml"));

        (await RunAsync("audit", "export", "--format", "ocsf", "--since", "2026-03-16", "--until", "2026-03-17T01:00:00+01:00", "-o", "out", "-c", "c.yaml")).ShouldBe(0);
        _auditExport.ShouldBe(new AuditExportOptions
        {
            Format = "ocsf",
            Since = new DateTimeOffset(2026, 3, 16, 0, 0, 0, TimeSpan.Zero),
            Until = new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.Zero),
            OutputPath = "out",
            ConfigPath = "c.yaml",
        });
        (await RunAsync("logs", "export", "--sanitize")).ShouldBe(0);
        _logsExport.ShouldBe(new LogsExportOptions { Sanitize = true });
    }

    [Fact]
    public async Task Clients_Json_IsRead()
    {
        (await RunAsync("clients")).ShouldBe(0);
        _clientsJson.ShouldBeFalse();
        (await RunAsync("clients", "--json")).ShouldBe(0);
        _clientsJson.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Required command was not provided. Try 'lumen-argus --help'.")]
    [InlineData("unknown argument 'sreve'; did you mean 'serve'? Try 'lumen-argus --help'.", "sreve")]
    [InlineData("unknown option '--prot'; did you mean '--port'? unknown argument '1' Try 'lumen-argus serve --help'.", "serve", "--prot", "1")]
    [InlineData("unknown argument '--port' (behind -- nothing is an option) unknown argument '1' Try 'lumen-argus serve --help'.", "serve", "--", "--port", "1")]
    [InlineData("--port must be 0..65535 (was 70000). Try 'lumen-argus serve --help'.", "serve", "--port", "70000")]
    [InlineData("--port must be 0..65535 (was x). Try 'lumen-argus serve --help'.", "serve", "--port", "x")]
    [InlineData("--dashboard-port must be 0..65535 (was x). Try 'lumen-argus serve --help'.", "serve", "--dashboard-port", "x")]
    [InlineData("--host must be an IP address or localhost (was here). Try 'lumen-argus serve --help'.", "serve", "--host", "here")]
    [InlineData("--action must be one of log, alert, redact, block (was blok). Try 'lumen-argus serve --help'.", "serve", "--action", "blok")]
    [InlineData("Required command was not provided. Try 'lumen-argus plugins --help'.", "plugins")]
    [InlineData("Required command was not provided. Try 'lumen-argus rules --help'.", "rules")]
    [InlineData("Required command was not provided. Try 'lumen-argus audit --help'.", "audit")]
    [InlineData("--expect must be a hash of 64 hexadecimal digits. Try 'lumen-argus audit verify --help'.", "audit", "verify", "--expect", "abc")]
    [InlineData("--format must be one of jsonl, csv, ocsf, sarif (was xml). Try 'lumen-argus audit export --help'.", "audit", "export", "-f", "xml")]
    [InlineData("--since must be a time such as 2026-03-16 or 2026-03-16T14:30:00Z (was soon). Try 'lumen-argus audit export --help'.", "audit", "export", "--since", "soon")]
    [InlineData("--format must be one of text, json, sarif (was xml). Try 'lumen-argus scan --help'.", "scan", "--format", "xml")]
    [InlineData("--diff must name a commit, a branch or a tag (was --output=x). Try 'lumen-argus scan --help'.", "scan", "--diff=--output=x")]
    [InlineData("--diff must name a commit, a branch or a tag (was --typo). Try 'lumen-argus scan --help'.", "scan", "--diff", "--typo")]
    [InlineData("--tier must be one of community, custom, pro (was gold). Try 'lumen-argus rules list --help'.", "rules", "list", "--tier", "gold")]
    [InlineData("--tier must be one of community, custom, pro (was gold). Try 'lumen-argus rules export --help'.", "rules", "export", "--tier", "gold")]
    [InlineData("unknown option '--typo' Try 'lumen-argus scan --help'.", "scan", "--typo")]
    [InlineData("unknown option '--bseline'; did you mean '--baseline'? Try 'lumen-argus scan --help'.", "scan", "a.txt", "--bseline", "known.json")]
    [InlineData("unknown option '-x' Try 'lumen-argus scan --help'.", "scan", "-x", "-f", "json", ".", "--", "-y")]
    [InlineData("unknown option '--quiet' Try 'lumen-argus audit verify --help'.", "audit", "verify", "--quiet")]
    [InlineData("unknown option '--all' Try 'lumen-argus plugins reload --help'.", "plugins", "reload", "--all", "acme.x")]
    [InlineData("unknown option '--jsn'; did you mean '--json'? Try 'lumen-argus plugins verify --help'.", "plugins", "verify", "--jsn")]
    [InlineData("unknown option '--force' Try 'lumen-argus rules disable --help'.", "rules", "disable", "--force", "email")]
    [InlineData("unknown option '--formt'; did you mean '--format'? unknown argument 'text' Try 'lumen-argus rules test --help'.", "rules", "test", "--formt", "text")]
    public async Task Run_BadCommandLine_IsExitTwoWithTheReason(string expected, params string[] args)
    {
        (await RunAsync(args)).ShouldBe(2);

        _error.ToString().Replace("lumen-argus: ", "", StringComparison.Ordinal).Trim().ReplaceLineEndings(" ").ShouldBe(expected);
        _output.ToString().ShouldBeEmpty();
        (_serve, _scan, _auditVerify, _plugins).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task Run_BehindTwoDashes_NothingIsAnOption()
    {
        (await RunAsync("scan", "a", "-f", "json", "--", "--typo", "-f", "-")).ShouldBe(0);
        (await RunAsync("rules", "test", "-----BEGIN PRIVATE KEY-----")).ShouldBe(0);

        _scan!.Paths.ShouldBe(["a", "--typo", "-f", "-"]);
        _rulesTest!.Text.ShouldStartWith("-----BEGIN");
    }

    [Fact]
    public async Task Run_HelpBesideAnUnknownOption_IsHelp()
    {
        (await RunAsync("scan", "--typo", "--help")).ShouldBe(0);

        _output.ToString().ShouldContain("--create-baseline");
    }

    [Theory]
    [InlineData("--help", "ANTHROPIC_BASE_URL")]
    [InlineData("-h", "serve")]
    [InlineData("--version", "0.")]
    [InlineData("-V", "0.")]
    public async Task Run_HelpAndVersion_AreExitZero(string flag, string expected)
    {
        (await RunAsync(flag)).ShouldBe(0);

        _output.ToString().ShouldContain(expected);
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_ServeHelp_HidesWhatHasNoEffect()
    {
        await RunAsync("serve", "--help");

        _output.ToString().ShouldContain("--action <log|alert|redact|block>");
        _output.ToString().ShouldNotContain("--no-standalone");
    }

    [Fact]
    public async Task PluginsList_Flags_AreRead()
    {
        (await RunAsync("plugins", "list", "--format", "json", "--extensions", "/a")).ShouldBe(0);

        _plugins.ShouldNotBeNull().Format.ShouldBe(TerminalFormat.Json);
        _plugins.Extensions.ShouldBe(["/a"]);
        _plugins.NamesFolders.ShouldBeTrue();
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show", "acme.x")]
    [InlineData("verify")]
    [InlineData("verify", "acme.x", "./build")]
    [InlineData("install", "./acme.x.zip")]
    [InlineData("remove", "acme.x")]
    [InlineData("enable", "acme.x", "acme.y")]
    [InlineData("disable", "acme.x")]
    [InlineData("reload")]
    [InlineData("reload", "acme.x")]
    public async Task Plugins_Verb_RunsWithItsNames(string verb, params string[] names)
    {
        (await RunAsync(["plugins", verb, .. names, "--json"])).ShouldBe(0);

        _pluginsVerb.ShouldBe(verb);
        _plugins.ShouldNotBeNull().Names.ShouldBe(names);
        _plugins.Format.ShouldBe(TerminalFormat.Json);
        _plugins.NamesFolders.ShouldBeFalse();
    }

    [Theory]
    [InlineData("show")]
    [InlineData("remove")]
    [InlineData("enable")]
    [InlineData("install", "a", "b")]
    [InlineData("reload", "a", "b")]
    public async Task Plugins_WrongNumberOfNames_IsAMistake(params string[] arguments) => (await RunAsync(["plugins", .. arguments])).ShouldBe(2);

    [Fact]
    public async Task Scan_NoArguments_ReadsStandardInputAsText()
    {
        (await RunAsync("scan")).ShouldBe(0);

        _scan.ShouldNotBeNull().ShouldBe(new ScanOptions { Paths = _scan.Paths, Extensions = _scan.Extensions });
        _scan.Paths.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scan_AllArguments_AreRead()
    {
        (await RunAsync(
            "scan", "a", "-", "--baseline", "known.json", "--create-baseline", "new.json", "-f", "sarif", "-c", "c.yaml", "--action", "log",
            "--extensions", "/a", "--no-bundled-extensions", "--diff", "HEAD~1")).ShouldBe(0);

        var options = _scan.ShouldNotBeNull();
        options.Paths.ShouldBe(["a", "-"]);
        (options with { Paths = [], Extensions = [] }).ShouldBe(new ScanOptions
        {
            Diff = true,
            DiffReference = "HEAD~1",
            Baseline = "known.json",
            CreateBaseline = "new.json",
            Format = ScanFormat.Sarif,
            ConfigPath = "c.yaml",
            Action = PolicyAction.Log,
            IncludeBundledExtensions = false,
        });
        options.Extensions.ShouldBe(["/a"]);
    }

    [Fact]
    public async Task Scan_DiffWithoutReference_TakesWhatIsStaged()
    {
        await RunAsync("scan", "--diff");

        _scan!.Diff.ShouldBeTrue();
        _scan.DiffReference.ShouldBeNull();
    }

    [Fact]
    public async Task Rules_Arguments_AreRead()
    {
        await RunAsync("rules", "list", "--detector", "pii", "--tier", "custom", "-f", "json");
        await RunAsync("rules", "validate", "--file", "rules.json");
        await RunAsync("rules", "test", "-");

        (_rulesList!.Detector, _rulesList.Tier, _rulesList.Format).ShouldBe(("pii", "custom", TerminalFormat.Json));
        _rulesValidate!.File.ShouldBe("rules.json");
        _rulesTest!.Text.ShouldBe("-");
    }

    [Fact]
    public async Task Mode_Arguments_AreRead()
    {
        (await RunAsync("mode")).ShouldBe(0);
        _mode.ShouldBe(new ModeOptions(null, null, TerminalFormat.Text));
        await RunAsync("mode", "active", "-f", "json");
        _mode.ShouldBe(new ModeOptions(ProxyMode.Active, null, TerminalFormat.Json));
        await RunAsync("mode", "passthrough", "--for", "30m");
        _mode.ShouldBe(new ModeOptions(ProxyMode.Passthrough, TimeSpan.FromMinutes(30), TerminalFormat.Text));
    }

    [Theory]
    [InlineData("must be active or passthrough (was off)", "off")]
    [InlineData("(was 30)", "passthrough", "--for", "30")]
    [InlineData("(was 0m)", "passthrough", "--for", "0m")]
    [InlineData("(was 31d)", "passthrough", "--for", "31d")]
    [InlineData("(was 9999999999999999999s)", "passthrough", "--for", "9999999999999999999s")]
    [InlineData("for passthrough only", "active", "--for", "30m")]
    [InlineData("for passthrough only", "--for", "30m")]
    public async Task Mode_NotUnderstood_IsRefused(string message, params string[] arguments)
    {
        (await RunAsync(["mode", .. arguments])).ShouldBe(2);

        _error.ToString().ShouldContain(message);
        _mode.ShouldBeNull();
    }

    [Fact]
    public async Task Rules_ArgumentsOfTheTable_AreRead()
    {
        await RunAsync("rules", "show", "email", "-f", "json");
        await RunAsync("rules", "export", "--tier", "custom", "--detector", "pii");
        await RunAsync("rules", "import", "--file", "rules.json", "--pro", "--force", "--dry-run");
        await RunAsync("rules", "enable", "email");

        (_rulesShow!.Name, _rulesShow.Format).ShouldBe(("email", TerminalFormat.Json));
        (_rulesExport!.Tier, _rulesExport.Detector).ShouldBe(("custom", "pii"));
        (_rulesImport!.File, _rulesImport.Pro, _rulesImport.Force, _rulesImport.DryRun).ShouldBe(("rules.json", true, true, true));
        (_rulesSwitch!.Enabled, string.Join(' ', _rulesSwitch.Names)).ShouldBe((true, "email"));
        await RunAsync("rules", "disable", "email", "pii.iban");
        (_rulesSwitch.Enabled, string.Join(' ', _rulesSwitch.Names)).ShouldBe((false, "email pii.iban"));
    }

    [Fact]
    public void ApplyTo_Flags_WinOverTheConfiguration()
    {
        LumenArgusHome.TryResolve(_ => "/home/me", out var home, out _);
        var config = LumenArgusConfig.Defaults(home!);

        new ServeOptions().ApplyTo(config).ShouldBe(config);
        var changed = new ServeOptions { Port = 0, Host = "::1", Action = PolicyAction.Block, LogDir = "/a" }.ApplyTo(config);

        changed.Proxy.Port.ShouldBe(0);
        changed.Proxy.Bind.ShouldBe("::1");
        changed.DefaultAction.ShouldBe(PolicyAction.Block);
        changed.Audit.LogDir.ShouldBe("/a");
    }

    [Fact]
    public async Task Commands_ThatTheDashboardNames_Exist()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "dashboard-ui");
        string[] sources = [Path.Combine(folder, "index.html"), .. Directory.GetFiles(Path.Combine(folder, "src"), "*.ts", SearchOption.AllDirectories)];
        var named = sources.SelectMany(static file => Regex.Matches(File.ReadAllText(file), "lumen-argus(?<command>( [a-z]+)+)(?=<|\"|')", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(static match => match.Groups["command"].Value.Trim()).Distinct().ToArray();

        named.ShouldContain("audit verify");
        foreach (var command in named)
        {
            (await RunAsync([.. command.Split(' '), "--help"])).ShouldBe(0, command);
            _error.ToString().ShouldBeEmpty(command);
        }
    }

    private static int Keep<T>(ref T? kept, T options, int code)
    {
        kept = options;
        return code;
    }

    private Task<int> RunAsync(params string[] args) => RunAsync(0, args);

    private Task<int> RunAsync(int code, params string[] args) => LumenArgusCommandLine.RunAsync(
        args,
        new CommandHandlers
        {
            Serve = (options, _) => Task.FromResult(Keep(ref _serve, options, code)),
            Scan = (options, _) => Task.FromResult(Keep(ref _scan, options, code)),
            ShowRule = (options, _) => Task.FromResult(Keep(ref _rulesShow, options, code)),
            ImportRules = (options, _) => Task.FromResult(Keep(ref _rulesImport, options, code)),
            ExportRules = (options, _) => Task.FromResult(Keep(ref _rulesExport, options, code)),
            SwitchRules = (options, _) => Task.FromResult(Keep(ref _rulesSwitch, options, code)),
            ListRules = (options, _) => Task.FromResult(Keep(ref _rulesList, options, code)),
            ValidateRules = (options, _) => Task.FromResult(Keep(ref _rulesValidate, options, code)),
            TestRules = (options, _) => Task.FromResult(Keep(ref _rulesTest, options, code)),
            Reload = (options, _) => Task.FromResult(Keep(ref _reload, options, code)),
            Mode = (options, _) => Task.FromResult(Keep(ref _mode, options, code)),
            Plugins = new PluginsHandlers
            {
                List = PluginsHandler("list", code),
                Show = PluginsHandler("show", code),
                Verify = PluginsHandler("verify", code),
                Install = PluginsHandler("install", code),
                Remove = PluginsHandler("remove", code),
                Enable = PluginsHandler("enable", code),
                Disable = PluginsHandler("disable", code),
                Reload = PluginsHandler("reload", code),
                Trust = PluginsHandler("trust", code),
                Sign = PluginsHandler("sign", code),
                GenerateKey = PluginsHandler("keygen", code),
            },
            VerifyAudit = (options, _) => Task.FromResult(Keep(ref _auditVerify, options, code)),
            ExportAudit = (options, _) => Task.FromResult(Keep(ref _auditExport, options, code)),
            ExportLogs = (options, _) => Task.FromResult(Keep(ref _logsExport, options, code)),
            HashPassword = (_, _) => throw new NotSupportedException(),
            FindPluginCommands = () => _pluginCommands,
            RunPluginCommand = (typed, _) => Task.FromResult(Keep(ref _pluginCommand, typed, code)),
            ListClients = (json, _) => Task.FromResult(Keep(ref _clientsJson, json, code)),
        },
        _output,
        _error);

    private Func<PluginsOptions, CancellationToken, Task<int>> PluginsHandler(string verb, int code) => (options, _) =>
    {
        _pluginsVerb = verb;
        return Task.FromResult(Keep(ref _plugins, options, code));
    };
}
