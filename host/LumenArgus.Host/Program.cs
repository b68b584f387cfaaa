using LumenArgus.Host;
using LumenArgus.Host.AuditCommands;
using LumenArgus.Host.ClientCommands;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Control;
using LumenArgus.Host.Dashboards;
using LumenArgus.Host.FileScan;
using LumenArgus.Host.LogCommands;
using LumenArgus.Host.Modes;
using LumenArgus.Host.PluginCommands;
using LumenArgus.Host.Reloading;
using LumenArgus.Host.RuleCommands;
using LumenArgus.Host.Startup;
using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Isolation.Child;

// Not a command of people's: the product starts itself for a plugin that is to run in a process of its own.
if (args is [PluginChild.Verb])
{
    PluginChild.Run();
    return ExitCode.Ok;
}

var server = new ServerApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System);
var reload = new ReloadApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable);
var folder = new WorkingFolder(Directory.GetCurrentDirectory());
var scan = new ScanApplication(Console.OpenStandardInput, Console.Out, Console.Error, folder, Environment.GetEnvironmentVariable, TimeProvider.System);
var rules = new RulesApplication(Console.OpenStandardInput, Console.Out, Console.Error, folder, Environment.GetEnvironmentVariable, TimeProvider.System);
var audit = new AuditApplication(Console.OpenStandardOutput, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
var table = new RuleTableApplication(Console.Out, Console.Error, folder, Environment.GetEnvironmentVariable, TimeProvider.System);
var plugins = new PluginsApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System);
var pluginChanges = new PluginChangeApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System);
var pluginCommands = new PluginCommandApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System);
var pluginTrust = new PluginTrustApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable);
var handlers = new CommandHandlers
{
    Serve = server.ServeAsync,
    Reload = reload.RunAsync,
    Mode = new ModeApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable).RunAsync,
    Scan = scan.RunAsync,
    ListRules = rules.ListAsync,
    ShowRule = rules.ShowAsync,
    ImportRules = table.ImportAsync,
    ExportRules = rules.ExportAsync,
    SwitchRules = table.SwitchAsync,
    ValidateRules = rules.ValidateAsync,
    TestRules = rules.TestAsync,
    Plugins = new PluginsHandlers
    {
        List = plugins.ListAsync,
        Show = plugins.ShowAsync,
        Verify = plugins.VerifyAsync,
        Install = pluginChanges.InstallAsync,
        Remove = pluginChanges.RemoveAsync,
        Enable = pluginChanges.EnableAsync,
        Disable = pluginChanges.DisableAsync,
        Reload = pluginChanges.ReloadAsync,
        Trust = pluginTrust.TrustAsync,
        Sign = pluginTrust.SignAsync,
        GenerateKey = pluginTrust.GenerateKeyAsync,
    },
    FindPluginCommands = pluginCommands.Find,
    RunPluginCommand = pluginCommands.RunAsync,
    VerifyAudit = audit.VerifyAsync,
    ExportAudit = audit.ExportAsync,
    ExportLogs = new LogsApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable).ExportAsync,
    HashPassword = new PasswordApplication(Console.In, Console.Out, Console.Error).RunAsync,
    ListClients = new ClientsApplication(Console.Out, static token => ControlClient.TryReadClientsAsync(Environment.GetEnvironmentVariable, token), ConfiguredUrl).ListAsync,
};
return await LumenArgusCommandLine.RunAsync(args, handlers, Console.Out, Console.Error);

// A list of tools says nothing about mistakes in the configuration; 'serve' does.
static string ConfiguredUrl()
{
    var proxy = StartConfiguration.Load(configPath: null, createDefault: false, Environment.GetEnvironmentVariable, TextWriter.Null)?.Config.Proxy ?? new ProxyConfig();
    return ProxyUrl.Of(proxy.Bind, proxy.Port);
}
