using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Rules;
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
    private static readonly TimeSpan LicenceBudget = TimeSpan.FromSeconds(2);

    // Read once for each load of a plugin: its rules do not depend on the configuration of the host.
    private readonly ConditionalWeakTable<PluginHandle, PluginRules> _read = [];
    private long _number;

    /// <summary>Reads the rules of the active plugins; asks each plugin once.</summary>
    /// <param name="plugins">The plugins.</param>
    /// <param name="cancellationToken">Ends the wait for them.</param>
    /// <returns>What each plugin gave, or why it gave nothing.</returns>
    internal async Task<ImmutableArray<PluginPart<PluginRules>>> ReadRulesAsync(PluginSet plugins, CancellationToken cancellationToken)
    {
        // All at once: what it takes is mostly compiling their lists.
        var reading = plugins.Active.Select(async plugin => new PluginPart<PluginRules>(plugin, await ReadRulesAsync(plugin, cancellationToken)));
        return [.. await Task.WhenAll(reading)];
    }

    /// <summary>Has the first plugin that can check the licence.</summary>
    /// <param name="plugins">The plugins.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What it says; null without one. One that fails has no licence.</returns>
    internal async Task<LicenceState?> CheckLicenceAsync(PluginSet plugins, CancellationToken cancellationToken)
    {
        if (plugins.Active.FirstOrDefault(static plugin => plugin.Contributions.LicenceChecker is not null) is not { } plugin)
        {
            return null;
        }

        var result = await invoker.InvokeAsync(
            new PluginCall(plugin, "license_checker") { IsOutsideTraffic = true },
            async token => await plugin.Contributions.LicenceChecker!.CheckLicenceAsync(token) is { Detail: not null } state ? state : throw new InvalidOperationException("There is no answer."),
            LicenceBudget,
            cancellationToken);
        return result.Status == PluginCallStatus.Ok ? result.Value : new LicenceState(IsValid: false, $"plugin {plugin.Id} could not check the licence");
    }

    /// <summary>Builds the next generation.</summary>
    /// <param name="inputs">What it is built from.</param>
    /// <returns>The generation; it holds one reference to each active plugin.</returns>
    public Generation Build(GenerationInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var config = inputs.Config;
        var catalogue = RuleCatalogue.Of(
            config, inputs.Rules.Select(static plugin => new PluginRuleSet(plugin.Plugin.Id, plugin.Part.Rules)), inputs.Table, inputs.Licence?.IsValid == true);
        DetectionRule[] rules = [.. catalogue.Where(static each => each.IsUsed).Select(static each => each.Rule)];
        var (build, validators) = Index(rules, inputs);
        var responses = ResponseIndex(rules, build, validators, inputs);
        var mcp = McpIndex(rules, build, validators, inputs);
        build = build with { Rejected = [.. build.Rejected, .. responses.Rejected.Concat(mcp.Rejected).Except(build.Rejected)] };
        return new Generation(new GenerationParts
        {
            Number = Interlocked.Increment(ref _number),
            Config = config,
            Plugins = inputs.Plugins,
            Rules = build.Index,
            ResponseRules = responses.Index,
            McpRules = mcp.Index,
            ToolLists = McpToolLists.Of(config.Mcp, inputs.ToolLists),
            Licence = inputs.Licence,
            RejectedRules = build.Rejected,
            InboundRules = InboundIndex(rules, build, validators, inputs),
            Validators = validators,
            Catalogue = [.. catalogue.Select(each => each with { Rejection = each.Rejection ?? ReasonFor(each, build.Rejected) })],
            Table = inputs.Table,
            Allowlist = new Allowlist(config.Allowlists),
            EnabledRules = rules,
            RulesCallOthersCode = CallOthersCode(rules, validators, inputs.Plugins),
            WithoutRules = WithoutRules(inputs.Rules),
            Policy = new PolicyEngine(new PolicyOptions(config.DefaultAction, ActionsOf(config)) 
            {
                RuleActions = RuleCatalogue.ActionsOf(catalogue),
                RoleActions = config.Roles,
            }),
        });
    }

    private static ImmutableArray<InactiveDetector> WithoutRules(ImmutableArray<PluginPart<PluginRules>> rules) =>
    [
        .. from plugin in rules
           where plugin.Part.Status != PluginCallStatus.Ok
           from name in plugin.Plugin.Manifest.Detectors
           select new InactiveDetector(name, plugin.Plugin.Id, plugin.Plugin.State, "its rules cannot be read"),
    ];

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
        var validators = inputs.Previous is { } before && before.Plugins == inputs.Plugins ? before.Validators : Validators(inputs.Plugins);
        if (inputs.Previous is { } previous && AreSame(previous.Validators, validators)
            && previous.EnabledRules.Count == rules.Length && previous.EnabledRules.Zip(rules).All(static pair => RuleEquality.AreSame(pair.First, pair.Second)))
        {
            return (new RuleIndexBuild(previous.Rules, previous.RejectedRules), previous.Validators);
        }

        var build = RuleIndex.Build(rules, validators, new RuleIndexOptions { Stages = RuleStages.Request });
        foreach (var rejected in build.Rejected)
        {
            Log.RuleRejected(logger, rejected.Detector, rejected.Rule, rejected.Reason);
        }

        return (build, validators);
    }

    // By the objects: one of a plugin that was replaced calls other code under the same name.
    private static bool AreSame(IReadOnlyDictionary<string, IRuleValidator> one, IReadOnlyDictionary<string, IRuleValidator> other) =>
        ReferenceEquals(one, other) || (one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var same) && ReferenceEquals(pair.Value, same)));

    private static (RuleIndex? Index, ImmutableArray<RejectedRule> Rejected) ResponseIndex(
        DetectionRule[] rules, RuleIndexBuild requests, IReadOnlyDictionary<string, IRuleValidator> validators, GenerationInputs inputs)
    {
        var pipeline = inputs.Config.Pipeline;
        if (!pipeline.ScansResponses)
        {
            return (null, []);
        }

        // The same index for requests: the same rules and plugins.
        if (inputs.Previous is { ResponseRules: { } known } previous && previous.Rules == requests.Index
            && (previous.Config.Pipeline.ResponseSecrets, previous.Config.Pipeline.ResponseInjection) == (pipeline.ResponseSecrets, pipeline.ResponseInjection))
        {
            return (known, []);
        }

        // What must not leave is a secret in a response too; what is only for texts that come in is there against injection.
        var used = rules.Where(rule => rule.Stages.HasFlag(RuleStages.Request) ? pipeline.ResponseSecrets : pipeline.ResponseInjection).ToArray();
        var build = RuleIndex.Build(used, validators, new RuleIndexOptions { Stages = RuleStages.Response });
        return (build.Index, build.Rejected);
    }

    // An index of its own, because rules for injection have no business in requests; built only for who scans what comes back.
    private static RuleIndexBuild? InboundIndex(
        DetectionRule[] rules, RuleIndexBuild requests, IReadOnlyDictionary<string, IRuleValidator> validators, GenerationInputs inputs)
    {
        if (!inputs.Config.Pipeline.WebSocketInbound)
        {
            return null;
        }

        return inputs.Previous is { InboundRules: { } known } previous && previous.Rules == requests.Index
            ? known
            : RuleIndex.Build(rules, validators, new RuleIndexOptions { Stages = RuleStages.Response });
    }

    // Those for requests are compiled already, and look at what servers answer too: these are the few beside them.
    private static (RuleIndex? Index, ImmutableArray<RejectedRule> Rejected) McpIndex(
        DetectionRule[] rules, RuleIndexBuild requests, IReadOnlyDictionary<string, IRuleValidator> validators, GenerationInputs inputs)
    {
        if (!inputs.Config.Pipeline.McpResponses)
        {
            return (null, []);
        }

        if (inputs.Previous is { McpRules: { } known } previous && previous.Rules == requests.Index)
        {
            return (known, []);
        }

        var build = RuleIndex.Build(
            [.. rules.Where(static rule => !rule.Stages.HasFlag(RuleStages.Request))], validators, new RuleIndexOptions { Stages = RuleStages.Mcp });
        return (build.Index, build.Rejected);
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

    private static bool CallOthersCode(DetectionRule[] rules, IReadOnlyDictionary<string, IRuleValidator> validators, PluginSet plugins)
    {
        var own = plugins.Active.Where(static plugin => plugin.CameWithProduct).SelectMany(static plugin => plugin.Contributions.RuleValidators).ToHashSet();
        return rules.Any(rule => rule.Validator is { } name && validators.TryGetValue(name, out var validator) && !own.Contains(validator));
    }

    private static Dictionary<string, PolicyAction> ActionsOf(LumenArgusConfig config) =>
        config.Detectors.Where(static pair => pair.Value.Action is not null)
            .ToDictionary(static pair => pair.Key, static pair => pair.Value.Action!.Value, StringComparer.Ordinal);

    private static string? ReasonFor(CatalogueRule rule, ImmutableArray<RejectedRule> rejected) => !rule.IsEnabled || rejected.IsEmpty
        ? null
        : rejected.FirstOrDefault(each => each.Rule == rule.Rule.Name && each.Detector == rule.Rule.Detector)?.Reason;

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
