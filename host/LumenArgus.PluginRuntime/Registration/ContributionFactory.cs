using System.Buffers;
using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>Runs the factories of a plugin, once, and checks the names it reports as against its manifest.</summary>
internal static class ContributionFactory
{
    private const int MaxProviderName = 64;
    private const int MaxLabels = 1_000;

    private static readonly SearchValues<char> ProviderNameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <exception cref="PluginLoadException">A factory gave null, a detector's name is not in the manifest, or a page names an asset that is not there.</exception>
    public static PluginContributions Create(PluginRegistry registry, IServiceProvider services, PluginManifest manifest, PluginFaults faults, PluginAssets assets) =>
        new()
        {
            Pages = [.. registry.Pages.Select(entry => CreatePage(entry.Page, entry.Create, services, assets))],
            Assets = assets,
            ApiHandler = CreateHook(registry.ApiHandler, services, nameof(registry.SetApiHandler)),
            AuthProviders = [.. registry.AuthProviders.Select(create => CreateAuthProvider(create(services)))],
            AgentAuthProvider = CreateHook(registry.AgentAuthProvider, services, nameof(registry.SetAgentAuthProvider)),
            FindingStore = CreateHook(registry.FindingStore, services, nameof(registry.SetFindingStore)),
            Detectors = [.. registry.Detectors.Select(entry => CreateDetector(entry.Create(services), entry.Priority, manifest))],
            AsyncDetectors = [.. registry.AsyncDetectors.Select(entry => CreateAsyncDetector(entry.Create(services), entry.Priority, manifest))],
            RuleSources = [.. registry.RuleSources.Select(create => NotNull(create(services), nameof(registry.AddRuleSource)))],
            RuleValidators = [.. registry.RuleValidators.Select(create => CreateValidator(create(services), faults))],
            Providers = [.. registry.Providers.Select(create => CreateProvider(create(services)))],
            PreRequestHook = CreateHook(registry.PreRequestHook, services, nameof(registry.SetPreRequestHook)),
            PostScanHook = CreateHook(registry.PostScanHook, services, nameof(registry.SetPostScanHook)),
            EvaluateHook = CreateHook(registry.EvaluateHook, services, nameof(registry.SetEvaluateHook)),
            RedactHook = CreateHook(registry.RedactHook, services, nameof(registry.SetRedactHook)),
            ConfigReloadHook = CreateHook(registry.ConfigReloadHook, services, nameof(registry.SetConfigReloadHook)),
            ResponseScanHook = CreateHook(registry.ResponseScanHook, services, nameof(registry.SetResponseScanHook)),
            HealthHook = CreateHook(registry.HealthHook, services, nameof(registry.SetHealthHook)),
            MetricsHook = CreateHook(registry.MetricsHook, services, nameof(registry.SetMetricsHook)),
            TraceHook = CreateHook(registry.TraceHook, services, nameof(registry.SetTraceHook)),
            WebSocketHook = CreateHook(registry.WebSocketHook, services, nameof(registry.SetWebSocketHook)),
            ResponseChunkHook = CreateHook(registry.ResponseChunkHook, services, nameof(registry.SetResponseChunkHook)),
            LicenceChecker = CreateHook(registry.LicenceChecker, services, nameof(registry.SetLicenceChecker)),
            Commands = [.. registry.Commands.Select(entry => new CommandContribution(entry.Name, NotNull(entry.Create(services), nameof(registry.AddCommand))))],
            Clients = [.. registry.Clients],
            MessageHandler = CreateHook(registry.MessageHandler, services, nameof(registry.SetMessageHandler)),
            ChannelTypes = [.. registry.ChannelTypes],
            NotifierBuilder = CreateHook(registry.NotifierBuilder, services, nameof(registry.SetNotifierBuilder)),
            Notifiers = [.. registry.Notifiers.Select(entry => new NotifierContribution(entry.Name, NotNull(entry.Create(services), nameof(registry.AddNotifier))))],
            Dispatcher = CreateHook(registry.Dispatcher, services, nameof(registry.SetDispatcher)),
            ChannelLimit = registry.ChannelLimit,
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

    private static ProviderContribution CreateProvider(IProvider? provider)
    {
        var name = NotNull(NotNull(provider, nameof(PluginRegistry.AddProvider)).Name, "IProvider.Name");
        if (name.Length is 0 or > MaxProviderName || name.AsSpan().ContainsAnyExcept(ProviderNameLetters))
        {
            throw new PluginLoadException($"has a provider whose name is not 1..{MaxProviderName} lower-case letters, digits, - and _");
        }

        var upstream = provider!.DefaultUpstream;
        if (upstream is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }))
        {
            throw new PluginLoadException($"has a provider {name} whose default upstream is no http or https URL without user, query and fragment");
        }

        var (hosts, labels) = (provider.Hosts, provider.Labels);
        if (hosts.IsDefault || labels.IsDefault || hosts.Any(string.IsNullOrEmpty) || labels.Any(static label => label is null))
        {
            throw new PluginLoadException($"has a provider {name} with a host or a label that is null");
        }

        return labels.Length <= MaxLabels
            ? new ProviderContribution(name, upstream, [.. hosts.Select(static host => host.ToLowerInvariant())], labels, provider)
            : throw new PluginLoadException($"has a provider {name} with more than {MaxLabels} labels");
    }

    private static PageContribution CreatePage(
        DashboardPage page, Func<IServiceProvider, IPageRenderer>? create, IServiceProvider services, PluginAssets assets)
    {
        foreach (var asset in page.Css.Append(page.Module).OfType<string>())
        {
            if (assets.Find(asset) is null)
            {
                throw new PluginLoadException($"has a page '{page.Id}' whose asset '{asset}' is not there: put it in the project's folder dashboard, with one of the endings {string.Join(", ", PluginAssets.Endings)}");
            }
        }

        return new PageContribution(page, CreateHook(create, services, nameof(PluginRegistry.AddPage)));
    }

    private static AuthProviderContribution CreateAuthProvider(IAuthProvider? provider)
    {
        var name = NotNull(NotNull(provider, nameof(PluginRegistry.AddAuthProvider)).Name, "IAuthProvider.Name");
        return name.Length is > 0 and <= MaxProviderName && !name.AsSpan().ContainsAnyExcept(ProviderNameLetters) && name is not ("token" or "password" or "none")
            ? new AuthProviderContribution(name, provider!)
            : throw new PluginLoadException($"has an auth provider whose name is not 1..{MaxProviderName} lower-case letters, digits, - and _, or is token, password or none");
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
