using LumenArgus.Host.AuditCommands;
using LumenArgus.Host.LogCommands;
using LumenArgus.Host.PluginCommands;

namespace LumenArgus.Host.CommandLine;

/// <summary>What the commands run. The command line itself only parses.</summary>
internal sealed record CommandHandlers
{
    public required Func<ServeOptions, CancellationToken, Task<int>> Serve { get; init; }

    public required Func<ReloadOptions, CancellationToken, Task<int>> Reload { get; init; }

    public required Func<ModeOptions, CancellationToken, Task<int>> Mode { get; init; }

    public required Func<ScanOptions, CancellationToken, Task<int>> Scan { get; init; }

    public required Func<RulesListOptions, CancellationToken, Task<int>> ListRules { get; init; }

    public required Func<RulesShowOptions, CancellationToken, Task<int>> ShowRule { get; init; }

    public required Func<RulesImportOptions, CancellationToken, Task<int>> ImportRules { get; init; }

    public required Func<RulesExportOptions, CancellationToken, Task<int>> ExportRules { get; init; }

    public required Func<RulesSwitchOptions, CancellationToken, Task<int>> SwitchRules { get; init; }

    public required Func<RulesValidateOptions, CancellationToken, Task<int>> ValidateRules { get; init; }

    public required Func<RulesTestOptions, CancellationToken, Task<int>> TestRules { get; init; }

    public required PluginsHandlers Plugins { get; init; }

    /// <summary>Reads which commands plugins declare.</summary>
    public required Func<IReadOnlyList<DeclaredCommand>> FindPluginCommands { get; init; }

    public required Func<TypedCommand, CancellationToken, Task<int>> RunPluginCommand { get; init; }

    /// <summary>The flag says whether JSON is wanted.</summary>
    public required Func<bool, CancellationToken, Task<int>> ListClients { get; init; }

    public required Func<AuditVerifyOptions, CancellationToken, Task<int>> VerifyAudit { get; init; }

    public required Func<AuditExportOptions, CancellationToken, Task<int>> ExportAudit { get; init; }

    public required Func<bool, CancellationToken, Task<int>> HashPassword { get; init; }

    public required Func<LogsExportOptions, CancellationToken, Task<int>> ExportLogs { get; init; }
}
