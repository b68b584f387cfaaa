using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.FileScan;
using LumenArgus.Host.FileScan.Inputs;
using LumenArgus.Host.Output;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Generations;
using LumenArgus.Scanning.Rules.Files;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.Host.RuleCommands;

/// <summary>Runs the commands <c>rules</c> that only look: <c>list</c>, <c>show</c>, <c>export</c>, <c>validate</c>, <c>test</c>.</summary>
internal sealed class RulesApplication(
    Func<Stream> input, TextWriter output, TextWriter error, WorkingFolder folder, Func<string, string?> environment, TimeProvider clock)
{
    private const string StandardInput = "-";
    private const string TextName = "text";
    private const string AllTiers = "all";

    // The form of the original's export.
    private const string ExportVersion = "0.4.0";

    public async Task<int> ListAsync(RulesListOptions options, CancellationToken cancellationToken)
    {
        await using var session = await StartAsync(options.ConfigPath, options.Extensions, options.IncludeBundledExtensions, cancellationToken);
        if (session is null)
        {
            return ExitCode.Failure;
        }

        if (RuleNames.UnknownDetector(session.Engine.Generation.Catalogue, options.Detector) is { } unknown)
        {
            await error.WriteLineAsync(unknown);
            return ExitCode.Usage;
        }

        CatalogueRule[] rules = [.. Select(session.Engine.Generation, options.Detector, options.Tier)];
        if (options.Format == TerminalFormat.Json)
        {
            RuleTable.WriteJson(output, rules);
        }
        else
        {
            RuleTable.WriteText(output, rules);
        }

        return ExitCode.Ok;
    }

    public async Task<int> ShowAsync(RulesShowOptions options, CancellationToken cancellationToken)
    {
        await using var session = await StartAsync(options.ConfigPath, options.Extensions, options.IncludeBundledExtensions, cancellationToken);
        if (session is null)
        {
            return ExitCode.Failure;
        }

        var catalogue = session.Engine.Generation.Catalogue;
        var rules = RuleNames.Find(catalogue, options.Name);
        if (rules.IsEmpty)
        {
            await error.WriteLineAsync(RuleNames.Unknown(catalogue, options.Name));
            return ExitCode.Failure;
        }

        if (options.Format == TerminalFormat.Json)
        {
            RuleTable.WriteJson(output, rules);
        }
        else
        {
            RuleCard.Write(output, rules);
        }

        return ExitCode.Ok;
    }

    public async Task<int> ExportAsync(RulesExportOptions options, CancellationToken cancellationToken)
    {
        await using var session = await StartAsync(options.ConfigPath, options.Extensions, options.IncludeBundledExtensions, cancellationToken);
        if (session is null)
        {
            return ExitCode.Failure;
        }

        if (RuleNames.UnknownDetector(session.Engine.Generation.Catalogue, options.Detector) is { } unknown)
        {
            await error.WriteLineAsync(unknown);
            return ExitCode.Usage;
        }

        var rules = Select(session.Engine.Generation, options.Detector, options.Tier).Select(static each =>
            new RuleFileEntry(each.Rule, each.Action, Line: 0) { Enabled = !each.IsSwitchedOff });
        using var json = new MemoryStream();
        RuleFileWriter.Write(json, ExportVersion, options.Tier ?? AllTiers, rules);
        await output.WriteLineAsync(Encoding.UTF8.GetString(json.GetBuffer().AsSpan(0, (int)json.Length)));
        return ExitCode.Ok;
    }

    public async Task<int> ValidateAsync(RulesValidateOptions options, CancellationToken cancellationToken)
    {
        RuleFile? file = null;
        if (options.File is not null && (file = RuleFiles.Read(options.File, folder, error)) is null)
        {
            return ExitCode.Failure;
        }

        // The plugins bring the validators that a rule may name.
        await using var session = await StartAsync(options.ConfigPath, options.Extensions, options.IncludeBundledExtensions, cancellationToken);
        if (session is null)
        {
            return ExitCode.Failure;
        }

        var check = new RuleCheck(session.Engine.Generation.Validators);
        return file is null ? ValidatePlugins(session.Engine, check) : ValidateFile(options.File!, file, check);
    }

    public async Task<int> TestAsync(RulesTestOptions options, CancellationToken cancellationToken)
    {
        await using var session = await StartAsync(options.ConfigPath, options.Extensions, options.IncludeBundledExtensions, cancellationToken);
        if (session is null)
        {
            return ExitCode.Failure;
        }

        var target = ReadText(options.Text, session.Engine.Generation.Config.Proxy.MaxBodySize);
        var report = await session.Engine.ScanAsync(target, cancellationToken);
        if (options.Format == TerminalFormat.Json)
        {
            RuleTestOutput.WriteJson(output, report);
        }
        else
        {
            RuleTestOutput.WriteText(output, report);
        }

        return ExitCode.Ok;
    }

    private static IEnumerable<CatalogueRule> Select(Generation generation, string? detector, string? tier) => generation.Catalogue
        .Where(each => (detector is null || each.Rule.Detector == detector) && (tier is null || each.Tier == tier))
        .OrderBy(static each => each.Rule.Detector, StringComparer.Ordinal).ThenBy(static each => each.Rule.Name, StringComparer.Ordinal);

    private ScanTarget ReadText(string text, long limit)
    {
        using var stream = text == StandardInput ? input() : new MemoryStream(Encoding.UTF8.GetBytes(text));
        return new TargetReader(limit).ReadStream(stream, TextName);
    }

    private int ValidateFile(string path, RuleFile file, RuleCheck check)
    {
        var lines = file.Rules.ToDictionary(static entry => (entry.Rule.Detector, entry.Rule.Name), static entry => entry.Line);
        var problems = file.Problems
            .Concat(Check([.. file.Rules.Select(static entry => entry.Rule)], check).Select(problem => new RuleFileProblem(lines[(problem.Detector, problem.Rule)], problem.Rule, problem.Message)))
            .OrderBy(static problem => problem.Line).ToArray();
        RuleFiles.Tell(path, problems, error);
        return Summarise(path, file.Rules.Length, problems.Length);
    }

    private int ValidatePlugins(ScanEngine engine, RuleCheck check)
    {
        var count = 0;
        var problems = 0;
        foreach (var group in engine.Generation.Catalogue.GroupBy(static each => each.Origin ?? "config.yaml", StringComparer.Ordinal))
        {
            ImmutableArray<DetectionRule> rules = [.. group.Select(static each => each.Rule)];
            count += rules.Length;

            // A rule of one's own needs no examples: it was compiled when the configuration was read.
            foreach (var problem in group.First().Origin is null ? [] : Check(rules, check))
            {
                problems++;
                error.WriteLine($"{PrintableText.Of(group.Key)}: {PrintableText.Of(problem.Rule)}: {PrintableText.Of(problem.Message)}");
            }
        }

        return Summarise("all plugins", count, problems);
    }

    private static IEnumerable<RuleProblem> Check(ImmutableArray<DetectionRule> rules, RuleCheck check) =>
        rules.SelectMany(check.Check).Concat(RuleCheck.CheckRepetition(rules));

    private int Summarise(string what, int rules, int problems)
    {
        output.WriteLine($"{what}: {rules} rule(s), {problems} problem(s)");
        return problems == 0 ? ExitCode.Ok : ExitCode.Failure;
    }

    private async Task<ScanSession?> StartAsync(string? config, ImmutableArray<string> extensions, bool includeBundled, CancellationToken cancellationToken) =>
        ScanSession.Configure(config, static unchanged => unchanged, folder, environment, error) is { } start
            ? await ScanSession.StartAsync(start, RuleTableUse.Look, extensions, includeBundled, environment, error, clock, cancellationToken)
            : null;
}
