using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>What a plugin gets of a host that does nothing for it, such as a command that only lists plugins.</summary>
internal sealed class NoHostServices : IHostServices, ITemplateRenderer, IPluginKv, IEventStream, IFindingReader, IRuleCatalog, IRuleEvaluator, IScanService,
    IPluginRows, IPluginDirectory, IProxyControl, ILicence
{
    public static NoHostServices Instance { get; } = new();

    public ITemplateRenderer Templates => this;

    public IPluginKv Kv => this;

    public IEventStream Events => this;

    public IFindingReader Findings => this;

    public IRuleCatalog Rules => this;

    public IRuleEvaluator RuleEvaluator => this;

    public IScanService Scan => this;

    public IPluginRows Rows => this;

    public IPluginDirectory Plugins => this;

    public IProxyControl Proxy => this;

    public ILicence Licence => this;

    public bool IsValid => false;

    public LicenceState? State => null;

    public string RenderHtml(string template, IReadOnlyDictionary<string, TemplateValue> values) => "";

    public string RenderText(string template, IReadOnlyDictionary<string, TemplateValue> values) => "";

    public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    public ValueTask SetAsync(string key, string value, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public ValueTask<ImmutableArray<string>> KeysAsync(string prefix, CancellationToken cancellationToken) => ValueTask.FromResult(ImmutableArray<string>.Empty);

    public bool Publish(string name, Action<Utf8JsonWriter>? write = null) => false;

    public ValueTask<FindingSearchResult> ReadAsync(FindingSearch search, CancellationToken cancellationToken) => ValueTask.FromResult(new FindingSearchResult([], 0));

    public ValueTask<ImmutableArray<RuleInfo>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult(ImmutableArray<RuleInfo>.Empty);

    public ValueTask<bool> SetEnabledAsync(string name, bool enabled, string? changedBy, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public ValueTask<bool> SetReviewedAsync(string name, bool reviewed, string? changedBy, CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public ImmutableArray<string> MakeExamples(string detector, string rule, int count, int seed) => [];

    public ValueTask<RuleEvaluation> EvaluateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) => ValueTask.FromResult(new RuleEvaluation([], []));

    public ValueTask<ScanReport> ScanAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) => ValueTask.FromResult(new ScanReport(PolicyAction.Pass, []));

    public ValueTask MigrateAsync(IReadOnlyList<string> migrations, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<ImmutableArray<T>> QueryAsync<T>(string sql, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ImmutableArray<T>.Empty);

    public ValueTask<int> ExecuteAsync(string sql, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken) => ValueTask.FromResult(0);

    public ImmutableArray<PluginInfo> List() => [];

    public ValueTask<PluginMessage?> AskAsync(string id, PluginMessage message, CancellationToken cancellationToken) => ValueTask.FromResult<PluginMessage?>(null);

    public ProxyState? Read() => null;

    public ValueTask<string?> ReloadAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>("no proxy runs");

    public ValueTask<ProxyState> SetPassthroughAsync(bool isPassthrough, TimeSpan? duration, CancellationToken cancellationToken) =>
        ValueTask.FromException<ProxyState>(new InvalidOperationException("No proxy runs."));
}
