using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>
/// Collects the factories of one plugin. A wrong call throws and is also remembered: a plugin that swallows the exception is rejected all
/// the same.
/// </summary>
internal sealed class PluginRegistry(PluginManifest manifest) : IPluginRegistry
{
    private readonly List<string> _errors = [];
    private readonly HashSet<string> _hooks = new(StringComparer.Ordinal);
    private bool _sealed;

    public List<(Func<IServiceProvider, IDetector> Create, bool Priority)> Detectors { get; } = [];

    public List<(Func<IServiceProvider, IAsyncDetector> Create, bool Priority)> AsyncDetectors { get; } = [];

    public List<Func<IServiceProvider, IRuleSource>> RuleSources { get; } = [];

    public List<Func<IServiceProvider, IRuleValidator>> RuleValidators { get; } = [];

    public List<Func<IServiceProvider, IProvider>> Providers { get; } = [];

    public Func<IServiceProvider, IPreRequestHook>? PreRequestHook { get; private set; }

    public Func<IServiceProvider, IPostScanHook>? PostScanHook { get; private set; }

    public Func<IServiceProvider, IEvaluateHook>? EvaluateHook { get; private set; }

    public Func<IServiceProvider, IRedactHook>? RedactHook { get; private set; }

    public Func<IServiceProvider, IConfigReloadHook>? ConfigReloadHook { get; private set; }

    public Func<IServiceProvider, IResponseScanHook>? ResponseScanHook { get; private set; }

    public Func<IServiceProvider, IHealthHook>? HealthHook { get; private set; }

    public Func<IServiceProvider, IMetricsHook>? MetricsHook { get; private set; }

    public Func<IServiceProvider, ITraceHook>? TraceHook { get; private set; }

    public Func<IServiceProvider, IWebSocketHook>? WebSocketHook { get; private set; }

    public Func<IServiceProvider, IResponseChunkHook>? ResponseChunkHook { get; private set; }

    public Func<IServiceProvider, ILicenceChecker>? LicenceChecker { get; private set; }

    public List<(DashboardPage Page, Func<IServiceProvider, IPageRenderer>? Create)> Pages { get; } = [];

    public Func<IServiceProvider, IApiHandler>? ApiHandler { get; private set; }

    public List<Func<IServiceProvider, IAuthProvider>> AuthProviders { get; } = [];

    public Func<IServiceProvider, IAgentAuthProvider>? AgentAuthProvider { get; private set; }

    public Func<IServiceProvider, IFindingStore>? FindingStore { get; private set; }

    public List<(string Name, Func<IServiceProvider, ICommand> Create)> Commands { get; } = [];

    public List<ClientDefinition> Clients { get; } = [];

    public Func<IServiceProvider, IPluginMessageHandler>? MessageHandler { get; private set; }

    public List<ChannelType> ChannelTypes { get; } = [];

    public Func<IServiceProvider, INotifierBuilder>? NotifierBuilder { get; private set; }

    public List<(string Name, Func<IServiceProvider, INotifier> Create)> Notifiers { get; } = [];

    public Func<IServiceProvider, IDispatcher>? Dispatcher { get; private set; }

    public ChannelLimit? ChannelLimit { get; private set; }

    public void AddDetector(Func<IServiceProvider, IDetector> create, bool priority = false)
    {
        Check(create, PluginCapability.Detect, nameof(AddDetector));
        Detectors.Add((create, priority));
    }

    public void AddAsyncDetector(Func<IServiceProvider, IAsyncDetector> create, bool priority = false)
    {
        Check(create, PluginCapability.Detect, nameof(AddAsyncDetector));
        AsyncDetectors.Add((create, priority));
    }

    public void AddRuleSource(Func<IServiceProvider, IRuleSource> create)
    {
        Check(create, PluginCapability.Rules, nameof(AddRuleSource));
        RuleSources.Add(create);
    }

    public void AddRuleValidator(Func<IServiceProvider, IRuleValidator> create)
    {
        Check(create, PluginCapability.Rules, nameof(AddRuleValidator));
        RuleValidators.Add(create);
    }

    public void AddProvider(Func<IServiceProvider, IProvider> create)
    {
        Check(create, PluginCapability.Provider, nameof(AddProvider));
        Providers.Add(create);
    }

    public void SetPreRequestHook(Func<IServiceProvider, IPreRequestHook> create) =>
        PreRequestHook = Once(create, PluginCapability.PreRequestHook, nameof(SetPreRequestHook));

    public void SetPostScanHook(Func<IServiceProvider, IPostScanHook> create) =>
        PostScanHook = Once(create, PluginCapability.PostScanHook, nameof(SetPostScanHook));

    public void SetEvaluateHook(Func<IServiceProvider, IEvaluateHook> create) =>
        EvaluateHook = Once(create, PluginCapability.EvaluateHook, nameof(SetEvaluateHook));

    public void SetRedactHook(Func<IServiceProvider, IRedactHook> create) =>
        RedactHook = Once(create, PluginCapability.RedactHook, nameof(SetRedactHook));

    public void SetConfigReloadHook(Func<IServiceProvider, IConfigReloadHook> create) =>
        ConfigReloadHook = Once(create, PluginCapability.ConfigReloadHook, nameof(SetConfigReloadHook));

    public void SetResponseScanHook(Func<IServiceProvider, IResponseScanHook> create) =>
        ResponseScanHook = Once(create, PluginCapability.ResponseScanHook, nameof(SetResponseScanHook));

    public void SetHealthHook(Func<IServiceProvider, IHealthHook> create) =>
        HealthHook = Once(create, PluginCapability.HealthHook, nameof(SetHealthHook));

    public void SetMetricsHook(Func<IServiceProvider, IMetricsHook> create) =>
        MetricsHook = Once(create, PluginCapability.MetricsHook, nameof(SetMetricsHook));

    public void SetTraceHook(Func<IServiceProvider, ITraceHook> create) =>
        TraceHook = Once(create, PluginCapability.TraceHook, nameof(SetTraceHook));

    public void SetWebSocketHook(Func<IServiceProvider, IWebSocketHook> create) =>
        WebSocketHook = Once(create, PluginCapability.WebSocketHook, nameof(SetWebSocketHook));

    public void SetResponseChunkHook(Func<IServiceProvider, IResponseChunkHook> create) =>
        ResponseChunkHook = Once(create, PluginCapability.ResponseChunkHook, nameof(SetResponseChunkHook));

    public void SetLicenceChecker(Func<IServiceProvider, ILicenceChecker> create) =>
        LicenceChecker = Once(create, PluginCapability.Licence, nameof(SetLicenceChecker));

    public void AddPage(DashboardPage page)
    {
        CheckCall(PluginCapability.DashboardPage, nameof(AddPage));
        AddPage(page, create: null);
    }

    void IPluginRegistry.AddPage(DashboardPage page, Func<IServiceProvider, IPageRenderer> create)
    {
        Check(create, PluginCapability.DashboardPage, nameof(AddPage));
        AddPage(page, create);
    }

    public void SetApiHandler(Func<IServiceProvider, IApiHandler> create) =>
        ApiHandler = Once(create, PluginCapability.DashboardApi, nameof(SetApiHandler));

    public void AddAuthProvider(Func<IServiceProvider, IAuthProvider> create)
    {
        Check(create, PluginCapability.Auth, nameof(AddAuthProvider));
        AuthProviders.Add(create);
    }

    public void SetAgentAuthProvider(Func<IServiceProvider, IAgentAuthProvider> create) =>
        AgentAuthProvider = Once(create, PluginCapability.AgentAuth, nameof(SetAgentAuthProvider));

    public void SetFindingStore(Func<IServiceProvider, IFindingStore> create) =>
        FindingStore = Once(create, PluginCapability.FindingStore, nameof(SetFindingStore));

    public void AddCommand(string name, Func<IServiceProvider, ICommand> create)
    {
        Check(create, PluginCapability.Command, nameof(AddCommand));
        if (!manifest.Commands.Any(command => command.Name == name))
        {
            throw Wrong($"adds a command '{name}' that its manifest does not declare: add an item PluginCommand (commands in plugin.json)");
        }

        if (Commands.Exists(other => other.Name == name))
        {
            throw Wrong($"adds the command '{name}' twice");
        }

        Commands.Add((name, create));
    }

    public void AddClient(ClientDefinition client)
    {
        ArgumentNullException.ThrowIfNull(client);
        CheckCall(PluginCapability.Clients, nameof(AddClient));
        if (ClientRules.ProblemOf(client) is { } problem)
        {
            throw Wrong(problem);
        }

        Clients.Add(client);
    }

    public void SetMessageHandler(Func<IServiceProvider, IPluginMessageHandler> create) =>
        MessageHandler = Once(create, PluginCapability.Messages, nameof(SetMessageHandler));

    public void AddChannelType(ChannelType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        CheckCall(PluginCapability.Notify, nameof(AddChannelType));
        if (ChannelRules.ProblemOf(type) is { } problem)
        {
            throw Wrong(problem);
        }

        if (ChannelTypes.Exists(other => other.Name == type.Name))
        {
            throw Wrong($"has two channel types '{type.Name}'");
        }

        ChannelTypes.Add(type);
    }

    public void SetNotifierBuilder(Func<IServiceProvider, INotifierBuilder> create) =>
        NotifierBuilder = Once(create, PluginCapability.Notify, nameof(SetNotifierBuilder));

    public void AddNotifier(string name, Func<IServiceProvider, INotifier> create)
    {
        Check(create, PluginCapability.Notify, nameof(AddNotifier));
        if (!ChannelRules.IsName(name) || Notifiers.Exists(other => other.Name == name))
        {
            throw Wrong("has a notifier whose name is not lower-case letters, digits, - and _, or is that of another one");
        }

        Notifiers.Add((name, create));
    }

    public void SetDispatcher(Func<IServiceProvider, IDispatcher> create) =>
        Dispatcher = Once(create, PluginCapability.NotifyDispatcher, nameof(SetDispatcher));

    public void SetChannelLimit(int? limit)
    {
        CheckCall(PluginCapability.ChannelsLimit, nameof(SetChannelLimit));
        ChannelLimit = limit is null or >= 0 ? new ChannelLimit(limit) : throw Wrong("sets a channel limit below 0");
    }

    /// <summary>Ends the registration.</summary>
    /// <exception cref="PluginLoadException">A call was wrong.</exception>
    public void Seal()
    {
        _sealed = true;
        foreach (var command in manifest.Commands.Where(command => !Commands.Exists(added => added.Name == command.Name)))
        {
            Wrong($"declares a command '{command.Name}' and adds none: call {nameof(AddCommand)}");
        }

        if (ChannelTypes.Count > 0 && NotifierBuilder is null)
        {
            _errors.Add($"has channel types and no notifier builder: call {nameof(SetNotifierBuilder)}");
        }

        if (_errors.Count > 0)
        {
            throw new PluginLoadException(string.Join("; ", _errors));
        }
    }

    private void AddPage(DashboardPage page, Func<IServiceProvider, IPageRenderer>? create)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (PageRules.ProblemOf(page, isRendered: create is not null) is { } problem)
        {
            throw Wrong(problem);
        }

        if (Pages.Exists(other => other.Page.Id == page.Id))
        {
            throw Wrong($"has two pages '{page.Id}'");
        }

        Pages.Add((page, create));
    }

    private T Once<T>(T create, string capability, string call)
        where T : Delegate
    {
        Check(create, capability, call);
        if (!_hooks.Add(call))
        {
            throw Wrong($"calls {call} twice: a plugin has one hook of a kind");
        }

        return create;
    }

    private void Check(Delegate create, string capability, string call)
    {
        ArgumentNullException.ThrowIfNull(create);
        CheckCall(capability, call);
    }

    private void CheckCall(string capability, string call)
    {
        if (_sealed)
        {
            throw Wrong($"calls {call} after Configure has returned");
        }

        if (!manifest.Capabilities.Contains(capability))
        {
            throw Wrong($"calls {call} without the capability '{capability}': add it to PluginCapabilities (capabilities in plugin.json)");
        }
    }

    private PluginLoadException Wrong(string error)
    {
        _errors.Add(error);
        return new PluginLoadException(error);
    }
}
