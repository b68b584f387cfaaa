using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Policy;
using LumenArgus.Scanning.Rules;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Generations;

/// <summary>Builds generations: reads the plugins' rules, resolves validators by name and compiles the enabled rules into one index.</summary>
public sealed partial class GenerationBuilder(PluginInvoker invoker, ILogger<GenerationBuilder> logger)
{
    private static readonly TimeSpan RulesBudget = TimeSpan.FromSeconds(10);

    // Read once for each load of a plugin: its rules do not depend on the configuration of the host.
    private readonly ConditionalWeakTable<PluginHandle, PluginRules> _read = [];
    private long _number;

    /// <summary>Builds the next generation.</summary>
    /// <param name="inputs">What it is built from.</param>
    /// <param name="cancellationToken">Ends the wait for plugins.</param>
    /// <returns>The generation; it holds one reference to each active plugin.</returns>
    public async Task<Generation> BuildAsync(GenerationInputs inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (config, plugins) = (inputs.Config, inputs.Plugins);
        var catalogue = new List<CatalogueRule>();
        var withoutRules = ImmutableArray.CreateBuilder<InactiveDetector>();
        foreach (var plugin in plugins.Active)
        {
            var read = await ReadRulesAsync(plugin, cancellationToken);
            catalogue.AddRange(read.Rules.Select(rule => new CatalogueRule(rule, plugin.Id, config.Detector(rule.Detector).Enabled, Rejection: null)));
            if (read.Status != PluginCallStatus.Ok)
            {
                withoutRules.AddRange(plugin.Manifest.Detectors.Select(name => new InactiveDetector(name, plugin.Id, plugin.State, "its rules cannot be read")));
            }
        }

        // Behind the plugins' own: a rule of the configuration cannot take the place of one that exists.
        catalogue.AddRange(config.CustomRules.Select(custom => new CatalogueRule(custom.Rule, Origin: null, config.Detector(custom.Rule.Detector).Enabled, Rejection: null)));
        DetectionRule[] rules = [.. catalogue.Where(static each => each.IsEnabled).Select(static each => each.Rule)];
        var (build, validators) = Index(rules, inputs);
        return new Generation(new GenerationParts
        {
            Number = Interlocked.Increment(ref _number),
            Config = config,
            Plugins = plugins,
            Rules = build.Index,
            RejectedRules = build.Rejected,
            Validators = validators,
            Catalogue = [.. catalogue.Select(each => each with { Rejection = ReasonFor(each, build.Rejected) })],
            Allowlist = new Allowlist(config.Allowlists),
            EnabledRules = rules,
            RulesCallPlugins = rules.Any(static rule => rule.Validator is not null),
            WithoutRules = withoutRules.ToImmutable(),
            Policy = new PolicyEngine(new PolicyOptions(config.DefaultAction, ActionsOf(config)) { RuleActions = RuleActionsOf(config) }),
        });
    }

    private async ValueTask<PluginRules> ReadRulesAsync(PluginHandle plugin, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(plugin, out var known))
        {
            return known;
        }

        var read = await invoker.ReadRulesAsync(plugin, RulesBudget, cancellationToken);
        foreach (var problem in read.Problems)
        {
            Log.RuleProblem(logger, problem);
        }

        if (read.Status == PluginCallStatus.Ok)
        {
            _read.AddOrUpdate(plugin, read);
        }

        return read;
    }

    // An index costs a fifth of a second and megabytes: while rules and plugins are the same it stays the same.
    private (RuleIndexBuild Build, IReadOnlyDictionary<string, IRuleValidator> Validators) Index(DetectionRule[] rules, GenerationInputs inputs)
    {
        if (inputs.Previous is { } previous && previous.Plugins == inputs.Plugins
            && previous.EnabledRules.Count == rules.Length && previous.EnabledRules.Zip(rules).All(static pair => RuleEquality.AreSame(pair.First, pair.Second)))
        {
            return (new RuleIndexBuild(previous.Rules, previous.RejectedRules), previous.Validators);
        }

        var validators = Validators(inputs.Plugins);
        var build = RuleIndex.Build(rules, validators, new RuleIndexOptions { Stages = RuleStages.Request });
        foreach (var rejected in build.Rejected)
        {
            Log.RuleRejected(logger, rejected.Detector, rejected.Rule, rejected.Reason);
        }

        return (build, validators);
    }

    // The first plugin in load order gives a name its meaning; a later one cannot change what a rule of another plugin accepts.
    private Dictionary<string, IRuleValidator> Validators(PluginSet plugins)
    {
        var validators = new Dictionary<string, IRuleValidator>(StringComparer.Ordinal);
        foreach (var plugin in plugins.Active)
        {
            foreach (var validator in plugin.Contributions.RuleValidators)
            {
                if (!validators.TryAdd(validator.Name, validator))
                {
                    Log.ValidatorHidden(logger, plugin.Id, validator.Name);
                }
            }
        }

        return validators;
    }

    private static Dictionary<string, PolicyAction> ActionsOf(LumenArgusConfig config) =>
        config.Detectors.Where(static pair => pair.Value.Action is not null)
            .ToDictionary(static pair => pair.Key, static pair => pair.Value.Action!.Value, StringComparer.Ordinal);

    private static string? ReasonFor(CatalogueRule rule, ImmutableArray<RejectedRule> rejected) => !rule.IsEnabled || rejected.IsEmpty
        ? null
        : rejected.FirstOrDefault(each => each.Rule == rule.Rule.Name && each.Detector == rule.Rule.Detector)?.Reason;

    private static Dictionary<(string Detector, string Rule), PolicyAction> RuleActionsOf(LumenArgusConfig config) =>
        config.CustomRules.Where(static custom => custom.Action is not null)
            .ToDictionary(static custom => (custom.Rule.Detector, custom.Rule.Name), static custom => custom.Action!.Value);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2010, EventName = nameof(RuleProblem), Level = LogLevel.Warning, Message = "{Problem}")]
        public static partial void RuleProblem(ILogger logger, string problem);

        [LoggerMessage(EventId = 2011, EventName = nameof(RuleRejected), Level = LogLevel.Warning, Message = "Rule {Detector}.{Rule} is not used: {Reason}")]
        public static partial void RuleRejected(ILogger logger, string detector, string rule, string reason);

        [LoggerMessage(
            EventId = 2012,
            EventName = nameof(ValidatorHidden),
            Level = LogLevel.Warning,
            Message = "Validator {Validator} of plugin {PluginId} is not used: an earlier plugin has one of this name")]
        public static partial void ValidatorHidden(ILogger logger, string pluginId, string validator);
    }
}
