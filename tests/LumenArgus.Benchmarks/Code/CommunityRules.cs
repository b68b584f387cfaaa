using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Injection;
using LumenArgus.Plugins.Pii;
using LumenArgus.Plugins.Proprietary;
using LumenArgus.Plugins.Secrets;
using LumenArgus.Scanning.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.Benchmarks.Code;

/// <summary>The rules of the community plugins, taken straight from their registration: code benchmarks need no load context.</summary>
internal sealed class CommunityRules : IPluginBuilder, IPluginRegistry, IServiceProvider
{
    private readonly List<DetectionRule> _rules = [];
    private readonly Dictionary<string, IRuleValidator> _validators = new(StringComparer.Ordinal);

    public string Id => "benchmark";

    public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();

    public IServiceCollection Services { get; } = new ServiceCollection();

    public IPluginRegistry Registry => this;

    public IReadOnlyList<DetectionRule> Rules => _rules;

    /// <summary>The words by which rules are searched, as far as they name them.</summary>
    public IEnumerable<string> Keywords => _rules.SelectMany(static rule => rule.Keywords).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>One index of all of them.</summary>
    /// <param name="more">So many rules of made-up issuers beside them.</param>
    /// <exception cref="InvalidOperationException">A rule was rejected, so the index would not be what the product runs.</exception>
    public static RuleIndex BuildIndex(int more = 0) => Read(more).Build();

    /// <summary>The rules of all plugins, and so many of made-up issuers.</summary>
    public static CommunityRules Read(int more = 0)
    {
        var rules = new CommunityRules();
        new SecretsPlugin().Configure(rules);
        new PiiPlugin().Configure(rules);
        new ProprietaryPlugin().Configure(rules);
        new InjectionPlugin().Configure(rules);
        rules._rules.AddRange(MadeUpRules.Create(more));
        return rules;
    }

    /// <exception cref="InvalidOperationException">A rule was rejected.</exception>
    public RuleIndex Build()
    {
        var build = RuleIndex.Build(_rules, _validators, new RuleIndexOptions());
        return build.Rejected.IsEmpty ? build.Index : throw new InvalidOperationException($"rejected: {string.Join(", ", build.Rejected)}");
    }

    public void AddRuleSource(Func<IServiceProvider, IRuleSource> create) => _rules.AddRange(create(this).GetRules());

    public void AddRuleValidator(Func<IServiceProvider, IRuleValidator> create)
    {
        var validator = create(this);
        _validators.Add(validator.Name, validator);
    }

    public object? GetService(Type serviceType) => null;

    public void AddDetector(Func<IServiceProvider, IDetector> create, bool priority = false) => throw OnlyRules();

    public void AddAsyncDetector(Func<IServiceProvider, IAsyncDetector> create, bool priority = false) => throw OnlyRules();

    public void SetPreRequestHook(Func<IServiceProvider, IPreRequestHook> create) => throw OnlyRules();

    public void SetPostScanHook(Func<IServiceProvider, IPostScanHook> create) => throw OnlyRules();

    public void SetEvaluateHook(Func<IServiceProvider, IEvaluateHook> create) => throw OnlyRules();

    public void SetRedactHook(Func<IServiceProvider, IRedactHook> create) => throw OnlyRules();

    public void SetConfigReloadHook(Func<IServiceProvider, IConfigReloadHook> create) => throw OnlyRules();

    public void SetResponseScanHook(Func<IServiceProvider, IResponseScanHook> create) => throw OnlyRules();

    public void SetHealthHook(Func<IServiceProvider, IHealthHook> create) => throw OnlyRules();

    public void SetMetricsHook(Func<IServiceProvider, IMetricsHook> create) => throw OnlyRules();

    public void SetTraceHook(Func<IServiceProvider, ITraceHook> create) => throw OnlyRules();

    public void AddProvider(Func<IServiceProvider, IProvider> create) => throw OnlyRules();

    public void SetWebSocketHook(Func<IServiceProvider, IWebSocketHook> create) => throw OnlyRules();

    public void SetResponseChunkHook(Func<IServiceProvider, IResponseChunkHook> create) => throw OnlyRules();

    public void SetLicenceChecker(Func<IServiceProvider, ILicenceChecker> create) => throw OnlyRules();

    public void AddPage(DashboardPage page) => throw OnlyRules();

    public void AddPage(DashboardPage page, Func<IServiceProvider, IPageRenderer> create) => throw OnlyRules();

    public void SetApiHandler(Func<IServiceProvider, IApiHandler> create) => throw OnlyRules();

    public void AddAuthProvider(Func<IServiceProvider, IAuthProvider> create) => throw OnlyRules();

    public void SetAgentAuthProvider(Func<IServiceProvider, IAgentAuthProvider> create) => throw OnlyRules();

    public void SetFindingStore(Func<IServiceProvider, IFindingStore> create) => throw OnlyRules();

    public void AddCommand(string name, Func<IServiceProvider, ICommand> create) => throw OnlyRules();

    public void AddClient(ClientDefinition client) => throw OnlyRules();

    public void SetMessageHandler(Func<IServiceProvider, IPluginMessageHandler> create) => throw OnlyRules();

    public void AddChannelType(ChannelType type) => throw OnlyRules();

    public void SetNotifierBuilder(Func<IServiceProvider, INotifierBuilder> create) => throw OnlyRules();

    public void AddNotifier(string name, Func<IServiceProvider, INotifier> create) => throw OnlyRules();

    public void SetDispatcher(Func<IServiceProvider, IDispatcher> create) => throw OnlyRules();

    public void SetChannelLimit(int? limit) => throw OnlyRules();

    // A plugin that starts to do more needs another benchmark; leaving that out silently would make this one look good.
    private static NotSupportedException OnlyRules() => new("community plugins give rules only");
}
