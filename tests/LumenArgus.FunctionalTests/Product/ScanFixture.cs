using System.Text;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.FileScan;
using LumenArgus.Host.RuleCommands;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>A project folder and a home of its own, and the commands run in them as from the command line, with the real plugins.</summary>
internal sealed class ScanFixture : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly TemporaryFolder _project = new();
    private readonly ExtensionsFolder _extensions = new ExtensionsFolder().With(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary);

    /// <summary>The plugins, to be added to.</summary>
    public ExtensionsFolder Extensions => _extensions;

    public string Project => _project.Path;

    public string File(params ReadOnlySpan<string> parts) => _project.File(parts);

    public string Write(string name, string text)
    {
        var path = _project.File(name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Configure(string text) => System.IO.File.WriteAllText(_home.File("config.yaml"), text);

    public Task<ScanOutcome> RunAsync(params string[] arguments) => RunAsync("", arguments);

    public async Task<ScanOutcome> RunAsync(string input, string[] arguments)
    {
        // A log line may come from a thread of its own.
        using var said = new StringWriter();
        using var told = new StringWriter();
        var (output, error) = (TextWriter.Synchronized(said), TextWriter.Synchronized(told));
        Stream Input() => new MemoryStream(Encoding.UTF8.GetBytes(input));
        var folder = new WorkingFolder(Project);
        var scan = new ScanApplication(Input, output, error, folder, Variable, TimeProvider.System);
        var rules = new RulesApplication(Input, output, error, folder, Variable, TimeProvider.System);
        var table = new RuleTableApplication(output, error, folder, Variable, TimeProvider.System);
        var handlers = new CommandHandlers
        {
            Serve = static (_, _) => throw new NotSupportedException(),
            Reload = static (_, _) => throw new NotSupportedException(),
            Mode = static (_, _) => throw new NotSupportedException(),
            Plugins = new PluginsHandlers
            {
                List = static (_, _) => throw new NotSupportedException(),
                Show = static (_, _) => throw new NotSupportedException(),
                Verify = static (_, _) => throw new NotSupportedException(),
                Install = static (_, _) => throw new NotSupportedException(),
                Remove = static (_, _) => throw new NotSupportedException(),
                Enable = static (_, _) => throw new NotSupportedException(),
                Disable = static (_, _) => throw new NotSupportedException(),
                Reload = static (_, _) => throw new NotSupportedException(),
                Trust = static (_, _) => throw new NotSupportedException(),
                Sign = static (_, _) => throw new NotSupportedException(),
                GenerateKey = static (_, _) => throw new NotSupportedException(),
            },
            VerifyAudit = static (_, _) => throw new NotSupportedException(),
            ExportAudit = static (_, _) => throw new NotSupportedException(),
            ExportLogs = static (_, _) => throw new NotSupportedException(),
            HashPassword = static (_, _) => throw new NotSupportedException(),
            FindPluginCommands = static () => [],
            RunPluginCommand = static (_, _) => throw new NotSupportedException(),
            ListClients = static (_, _) => throw new NotSupportedException(),
            Scan = scan.RunAsync,
            ListRules = rules.ListAsync,
            ShowRule = rules.ShowAsync,
            ImportRules = table.ImportAsync,
            ExportRules = rules.ExportAsync,
            SwitchRules = table.SwitchAsync,
            ValidateRules = rules.ValidateAsync,
            TestRules = rules.TestAsync,
        };
        string[] all = [.. arguments, "--no-bundled-extensions", "--extensions", _extensions.Path];
        var code = await LumenArgusCommandLine.RunAsync(all, handlers, output, error).WaitAsync(Limits.Default);
        return new ScanOutcome(code, said.ToString(), told.ToString());
    }

    public async Task GitAsync(params string[] arguments)
    {
        var result = await ChildProcess.RunAsync(
            new ChildProcessStart("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", .. arguments])
            {
                WorkingDirectory = Project,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["HOME"] = _home.Path },
            },
            Limits.Default);
        result.ExitCode.ShouldBe(0, result.StandardError);
    }

    public void Dispose()
    {
        _home.Dispose();
        _project.Dispose();
        _extensions.Dispose();
    }

    private string? Variable(string name) => name == "LUMEN_ARGUS_HOME" ? _home.Path : null;
}
