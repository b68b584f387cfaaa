using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.FileScan;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Rules;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Files;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Host.RuleCommands;

/// <summary>Runs the commands <c>rules</c> that change the table: <c>import</c>, <c>enable</c>, <c>disable</c>. A product that runs follows by itself.</summary>
internal sealed class RuleTableApplication(
    TextWriter output, TextWriter error, WorkingFolder folder, Func<string, string?> environment, TimeProvider clock)
{
    private static readonly RuleIndexOptions AllStages = new() { Stages = RuleStages.All };

    public async Task<int> ImportAsync(RulesImportOptions options, CancellationToken cancellationToken)
    {
        RuleFile? file = null;
        if (options.File is not null && (file = RuleFiles.Read(options.File, folder, error)) is null)
        {
            return ExitCode.Failure;
        }

        await using var session = await StartAsync(options.DryRun, options.ConfigPath, options.Extensions, options.IncludeBundledExtensions, cancellationToken);
        if (session is null || !MayImport(options, file, session.Engine))
        {
            return ExitCode.Failure;
        }

        return file is null
            ? await ImportPluginsAsync(session, options, cancellationToken)
            : await ImportFileAsync(session, options, file, cancellationToken);
    }

    public async Task<int> SwitchAsync(RulesSwitchOptions options, CancellationToken cancellationToken)
    {
        await using var session = await StartAsync(isDryRun: false, options.ConfigPath, options.Extensions, options.IncludeBundledExtensions, cancellationToken);
        if (session is null)
        {
            return ExitCode.Failure;
        }

        var plan = new RuleSwitch(session.Engine.Generation.Catalogue, session.Engine.Generation.Config, options.Names, options.Enabled);
        if (await ChangeAsync(session.Engine, plan.Plan, cancellationToken) is null)
        {
            return ExitCode.Failure;
        }

        (plan.Problems.Count > 0 ? plan.Problems : []).ForEach(error.WriteLine);
        (plan.Problems.Count > 0 ? [] : plan.Done).ForEach(line => output.WriteLine(PrintableText.Of(line)));
        return plan.Problems.Count > 0 ? ExitCode.Failure : ExitCode.Ok;
    }

    private bool MayImport(RulesImportOptions options, RuleFile? file, ScanEngine engine)
    {
        var isPro = options.Pro || file?.Tier == RuleTier.Pro;
        if (isPro && !engine.HasLicence)
        {
            error.WriteLine("lumen-argus: rules of the tier pro need a plugin that checks licences, and a valid licence");
            return false;
        }

        if (isPro && file is null)
        {
            error.WriteLine("lumen-argus: --pro needs --file, the file with those rules");
            return false;
        }

        return true;
    }

    private Task<int> ImportPluginsAsync(ScanSession session, RulesImportOptions options, CancellationToken cancellationToken)
    {
        var plugins = session.Engine.Generation.Catalogue.Where(static each => each.Origin is not null)
            .GroupBy(static each => each.Origin!, StringComparer.Ordinal)
            .Select(static group => new PluginRuleSet(group.Key, [.. group.Select(static each => each.Rule)]));
        var reconciler = new RuleReconciler(new RuleOrigins([.. plugins], Custom: null, Import: true), options.Force);
        return ImportAsync(session.Engine, "plugins", options.DryRun, reconciler.Plan, () => reconciler.Problems, cancellationToken);
    }

    private async Task<int> ImportFileAsync(ScanSession session, RulesImportOptions options, RuleFile file, CancellationToken cancellationToken)
    {
        var lines = file.Rules.ToDictionary(static entry => (entry.Rule.Detector, entry.Rule.Name), static entry => entry.Line);
        var build = RuleIndex.Build([.. file.Rules.Select(static entry => entry.Rule)], session.Engine.Generation.Validators, AllStages);
        RuleFileProblem[] problems =
        [
            .. file.Problems.Concat(build.Rejected.Select(rejected => new RuleFileProblem(lines[(rejected.Detector, rejected.Rule)], rejected.Rule, rejected.Reason)))
                .OrderBy(static problem => problem.Line),
        ];
        if (problems.Length > 0)
        {
            RuleFiles.Tell(options.File!, problems, error);
            await error.WriteLineAsync($"lumen-argus: nothing was imported from {options.File}");
            return ExitCode.Failure;
        }

        var tier = options.Pro ? RuleTier.Pro : file.Tier is RuleTier.Pro or RuleTier.Custom ? file.Tier : RuleTier.Community;
        var import = new RuleFileImport(file, tier, options.Force);
        return await ImportAsync(session.Engine, options.File!, options.DryRun, import.Plan, () => import.Skipped, cancellationToken);
    }

    private async Task<int> ImportAsync(
        ScanEngine engine,
        string what,
        bool isDryRun,
        Func<IReadOnlyList<StoredRule>, RuleChanges> plan,
        Func<ImmutableArray<string>> leftOut,
        CancellationToken cancellationToken)
    {
        var done = isDryRun ? Try(engine.Generation.Config.Analytics.DbPath, plan) : await ChangeAsync(engine, plan, cancellationToken);
        if (done is null)
        {
            return ExitCode.Failure;
        }

        foreach (var rule in leftOut())
        {
            await error.WriteLineAsync($"lumen-argus: left out: {PrintableText.Of(rule)}");
        }

        await output.WriteLineAsync(
            $"{what}: {done.Added.Length} new, {done.Updated.Length} changed, {done.Deleted.Length} gone{(isDryRun ? " (nothing was written)" : "")}");
        return ExitCode.Ok;
    }

    /// <returns>What would be changed; null after an error, which was told.</returns>
    private RuleChanges? Try(string database, Func<IReadOnlyList<StoredRule>, RuleChanges> plan)
    {
        var table = RuleTableFile.TryRead(database, out var problem);
        if (problem is null)
        {
            return plan(table?.Rules ?? []);
        }

        error.WriteLine($"lumen-argus: {problem}");
        return null;
    }

    /// <returns>What was changed; null after an error, which was told.</returns>
    private async Task<RuleChanges?> ChangeAsync(ScanEngine engine, Func<IReadOnlyList<StoredRule>, RuleChanges> plan, CancellationToken cancellationToken)
    {
        RuleChanges? changes = null;
        try
        {
            await engine.RuleStore!.ChangeAsync(rows => changes = plan(rows), cancellationToken);
            return changes;
        }
        catch (StoreException failure)
        {
            await error.WriteLineAsync($"lumen-argus: {failure.Message}");
            return null;
        }
    }

    private async Task<ScanSession?> StartAsync(bool isDryRun, string? config, ImmutableArray<string> extensions, bool includeBundled, CancellationToken cancellationToken)
    {
        if (ScanSession.Configure(config, static unchanged => unchanged, folder, environment, error) is not { } start)
        {
            return null;
        }

        if (!start.Config.Analytics.Enabled)
        {
            await error.WriteLineAsync("lumen-argus: there is no table of rules: analytics.enabled is false");
            return null;
        }

        var use = isDryRun ? RuleTableUse.Leave : RuleTableUse.Change;
        return await ScanSession.StartAsync(start, use, extensions, includeBundled, environment, error, clock, cancellationToken);
    }
}
