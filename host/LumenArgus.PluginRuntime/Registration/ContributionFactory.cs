using System.Collections.Immutable;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>Runs the factories of a plugin, once, and checks the names it reports as against its manifest.</summary>
internal static class ContributionFactory
{
    /// <exception cref="PluginLoadException">A factory gave null, or a detector's name is not in the manifest.</exception>
    public static PluginContributions Create(PluginRegistry registry, IServiceProvider services, PluginManifest manifest, PluginFaults faults) =>
        new()
        {
            Detectors = [.. registry.Detectors.Select(entry => CreateDetector(entry.Create(services), entry.Priority, manifest))],
            AsyncDetectors = [.. registry.AsyncDetectors.Select(entry => CreateAsyncDetector(entry.Create(services), entry.Priority, manifest))],
            RuleSources = [.. registry.RuleSources.Select(create => NotNull(create(services), nameof(registry.AddRuleSource)))],
            RuleValidators = [.. registry.RuleValidators.Select(create => CreateValidator(create(services), faults))],
            PreRequestHook = CreateHook(registry.PreRequestHook, services, nameof(registry.SetPreRequestHook)),
            PostScanHook = CreateHook(registry.PostScanHook, services, nameof(registry.SetPostScanHook)),
            EvaluateHook = CreateHook(registry.EvaluateHook, services, nameof(registry.SetEvaluateHook)),
            RedactHook = CreateHook(registry.RedactHook, services, nameof(registry.SetRedactHook)),
            ConfigReloadHook = CreateHook(registry.ConfigReloadHook, services, nameof(registry.SetConfigReloadHook)),
            ResponseScanHook = CreateHook(registry.ResponseScanHook, services, nameof(registry.SetResponseScanHook)),
        };

    private static DetectorContribution CreateDetector(IDetector? detector, bool priority, PluginManifest manifest)
    {
        NotNull(detector, nameof(PluginRegistry.AddDetector));
        return new DetectorContribution(Declared(detector!.Name, manifest), priority, detector);
    }

    private static AsyncDetectorContribution CreateAsyncDetector(IAsyncDetector? detector, bool priority, PluginManifest manifest)
    {
        NotNull(detector, nameof(PluginRegistry.AddAsyncDetector));
        return new AsyncDetectorContribution(Declared(detector!.Name, manifest), priority, Math.Max(0, detector.MaxCharacters), detector);
    }

    private static GuardedRuleValidator CreateValidator(IRuleValidator? validator, PluginFaults faults)
    {
        NotNull(validator, nameof(PluginRegistry.AddRuleValidator));
        return new GuardedRuleValidator(NotNull(validator!.Name, "IRuleValidator.Name"), validator, faults);
    }

    private static T? CreateHook<T>(Func<IServiceProvider, T>? create, IServiceProvider services, string call)
        where T : class => create is null ? null : NotNull(create(services), call);

    private static string Declared(string? name, PluginManifest manifest) =>
        name is not null && manifest.Detectors.Contains(name)
            ? name
            : throw new PluginLoadException($"has a detector '{name}' that its manifest does not name: add it to PluginDetectors (detectors in plugin.json)");

    private static T NotNull<T>(T? value, string call)
        where T : class => value ?? throw new PluginLoadException($"gave null to {call}");
}
