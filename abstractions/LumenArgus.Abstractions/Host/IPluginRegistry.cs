using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Abstractions.Host;

/// <summary>
/// Takes the contributions of one plugin. Factories run once, after the plugin's container is built and before
/// <see cref="ILumenPlugin.StartAsync"/>. A hook of one kind can be set once per plugin. Every call needs the capability it names in the
/// plugin's manifest.
/// </summary>
public interface IPluginRegistry
{
    /// <summary>Adds a synchronous detector. Capability <c>detect</c>.</summary>
    /// <param name="create">Creates the detector.</param>
    /// <param name="priority">Whether it runs before the detectors of other plugins.</param>
    void AddDetector(Func<IServiceProvider, IDetector> create, bool priority = false);

    /// <summary>Adds a detector that waits for something. Capability <c>detect</c>.</summary>
    /// <param name="create">Creates the detector.</param>
    /// <param name="priority">Whether it is started before those of other plugins.</param>
    void AddAsyncDetector(Func<IServiceProvider, IAsyncDetector> create, bool priority = false);

    /// <summary>Adds rules. Capability <c>rules</c>.</summary>
    /// <param name="create">Creates the source.</param>
    void AddRuleSource(Func<IServiceProvider, IRuleSource> create);

    /// <summary>Adds a validator that rules of any plugin can name. Capability <c>rules</c>.</summary>
    /// <param name="create">Creates the validator.</param>
    void AddRuleValidator(Func<IServiceProvider, IRuleValidator> create);

    /// <summary>Adds a provider. Capability <c>provider</c>.</summary>
    /// <param name="create">Creates the provider.</param>
    void AddProvider(Func<IServiceProvider, IProvider> create);

    /// <summary>Sets the hook at the start of each request. Capability <c>hook.pre_request</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetPreRequestHook(Func<IServiceProvider, IPreRequestHook> create);

    /// <summary>Sets the hook behind each scan. Capability <c>hook.post_scan</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetPostScanHook(Func<IServiceProvider, IPostScanHook> create);

    /// <summary>Sets the hook that replaces the policy. Capability <c>hook.evaluate</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetEvaluateHook(Func<IServiceProvider, IEvaluateHook> create);

    /// <summary>Sets the hook that replaces matched text. Capability <c>hook.redact</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetRedactHook(Func<IServiceProvider, IRedactHook> create);

    /// <summary>Sets the hook behind each configuration reload. Capability <c>hook.config_reload</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetConfigReloadHook(Func<IServiceProvider, IConfigReloadHook> create);

    /// <summary>Sets the hook that judges responses. Capability <c>hook.response_scan</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetResponseScanHook(Func<IServiceProvider, IResponseScanHook> create);

    /// <summary>Sets the hook that adds to <c>/health</c>. Capability <c>hook.health</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetHealthHook(Func<IServiceProvider, IHealthHook> create);

    /// <summary>Sets the hook that adds to <c>/metrics</c>. Capability <c>hook.metrics</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetMetricsHook(Func<IServiceProvider, IMetricsHook> create);

    /// <summary>Sets the hook that is told of each exchange that has ended. Capability <c>hook.trace</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetTraceHook(Func<IServiceProvider, ITraceHook> create);

    /// <summary>Sets the hook that is told of WebSocket connections. Capability <c>hook.websocket</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetWebSocketHook(Func<IServiceProvider, IWebSocketHook> create);

    /// <summary>Sets the hook that changes the texts of responses. Capability <c>hook.response_chunk</c>.</summary>
    /// <param name="create">Creates the hook.</param>
    void SetResponseChunkHook(Func<IServiceProvider, IResponseChunkHook> create);

    /// <summary>Sets what checks the licence. Capability <c>licence</c>.</summary>
    /// <param name="create">Creates the checker.</param>
    void SetLicenceChecker(Func<IServiceProvider, ILicenceChecker> create);

    /// <summary>Adds a page of the dashboard that is an ES module. Capability <c>dashboard.page</c>.</summary>
    /// <param name="page">The page; names a module.</param>
    void AddPage(DashboardPage page);

    /// <summary>Adds a page of the dashboard that the plugin renders. Capability <c>dashboard.page</c>.</summary>
    /// <param name="page">The page; names no module.</param>
    /// <param name="create">Creates what renders it.</param>
    void AddPage(DashboardPage page, Func<IServiceProvider, IPageRenderer> create);

    /// <summary>Sets the handler of the plugin's own API below <c>/api/v1/plugins/&lt;id&gt;/</c>. Capability <c>dashboard.api</c>.</summary>
    /// <param name="create">Creates the handler.</param>
    void SetApiHandler(Func<IServiceProvider, IApiHandler> create);

    /// <summary>Adds a provider that says who asks the dashboard. Capability <c>auth</c>.</summary>
    /// <param name="create">Creates the provider.</param>
    void AddAuthProvider(Func<IServiceProvider, IAuthProvider> create);

    /// <summary>Sets what says which agent has passed a request on. Capability <c>auth.agent</c>. One of all plugins is asked; <c>/health</c> names the others.</summary>
    /// <param name="create">Creates the provider.</param>
    void SetAgentAuthProvider(Func<IServiceProvider, IAgentAuthProvider> create);

    /// <summary>Sets what keeps the findings in the place of the host's own database. Capability <c>store.findings</c>. One of all plugins is used; <c>/health</c> names the others.</summary>
    /// <param name="create">Creates the store.</param>
    void SetFindingStore(Func<IServiceProvider, IFindingStore> create);

    /// <summary>Adds what runs a command of <c>lumen-argus</c>. Capability <c>cli.command</c>.</summary>
    /// <param name="name">The command as the manifest declares it; each that is declared there needs one.</param>
    /// <param name="create">Creates it. As every factory it runs whenever the plugin is loaded: what is only for the command belongs into the command.</param>
    void AddCommand(string name, Func<IServiceProvider, ICommand> create);

    /// <summary>Adds a tool to those that are recognised by their User-Agent and listed. Capability <c>clients</c>.</summary>
    /// <param name="client">The tool. One that the host knows itself, by its User-Agent, keeps the name the host has for it.</param>
    void AddClient(ClientDefinition client);

    /// <summary>Sets what answers other plugins. Capability <c>messages</c>.</summary>
    /// <param name="create">Creates it.</param>
    void SetMessageHandler(Func<IServiceProvider, IPluginMessageHandler> create);

    /// <summary>Adds a type of channel, which the plugin's notifier builder makes notifiers for. Capability <c>notify</c>.</summary>
    /// <param name="type">The type.</param>
    void AddChannelType(ChannelType type);

    /// <summary>Sets what makes notifiers for channels of the plugin's types. Capability <c>notify</c>.</summary>
    /// <param name="create">Creates the builder.</param>
    void SetNotifierBuilder(Func<IServiceProvider, INotifierBuilder> create);

    /// <summary>Adds a notifier that needs no channel: it is told of all that was blocked, redacted or alerted. Capability <c>notify</c>.</summary>
    /// <param name="name">What it is called where its state is shown: lower-case letters, digits, hyphens and underscores.</param>
    /// <param name="create">Creates the notifier.</param>
    void AddNotifier(string name, Func<IServiceProvider, INotifier> create);

    /// <summary>Sets what decides who is told. Capability <c>notify.dispatcher</c>.</summary>
    /// <param name="create">Creates the dispatcher.</param>
    void SetDispatcher(Func<IServiceProvider, IDispatcher> create);

    /// <summary>Sets how many channels there may be, which is 1 without a plugin that says so. Of several plugins the largest number counts. Capability <c>channels.limit</c>.</summary>
    /// <param name="limit">The number; null for any number.</param>
    void SetChannelLimit(int? limit);
}
