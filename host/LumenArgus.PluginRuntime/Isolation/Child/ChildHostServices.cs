using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>What a plugin in a process of its own gets of the host: nothing, and it is told so when it asks. A service that does nothing would be found out much later.</summary>
internal sealed class ChildHostServices : IHostServices, ITemplateRenderer, IPluginKv, IEventStream, IFindingReader, IRuleCatalog, IRuleEvaluator, IScanService,
    IPluginRows, IPluginDirectory, IProxyControl, ILicence
{
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

    public bool IsValid => throw NotHere("licence");

    public LicenceState? State => throw NotHere("licence");

    public string RenderHtml(string template, IReadOnlyDictionary<string, TemplateValue> values) => throw NotHere("templates");

    public string RenderText(string template, IReadOnlyDictionary<string, TemplateValue> values) => throw NotHere("templates");

    public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken) => throw NotHere("stored values");

    public ValueTask SetAsync(string key, string value, CancellationToken cancellationToken) => throw NotHere("stored values");

    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken) => throw NotHere("stored values");

    public ValueTask<ImmutableArray<string>> KeysAsync(string prefix, CancellationToken cancellationToken) => throw NotHere("stored values");

    public bool Publish(string name, Action<Utf8JsonWriter>? write = null) => throw NotHere("live events");

    public ValueTask<FindingSearchResult> ReadAsync(FindingSearch search, CancellationToken cancellationToken) => throw NotHere("stored findings");

    public ValueTask<ImmutableArray<RuleInfo>> ListAsync(CancellationToken cancellationToken) => throw NotHere("the table of rules");

    public ValueTask<bool> SetEnabledAsync(string name, bool enabled, string? changedBy, CancellationToken cancellationToken) => throw NotHere("the table of rules");

    public ValueTask<bool> SetReviewedAsync(string name, bool reviewed, string? changedBy, CancellationToken cancellationToken) => throw NotHere("the table of rules");

    public ImmutableArray<string> MakeExamples(string detector, string rule, int count, int seed) => throw NotHere("examples of rules");

    public ValueTask<RuleEvaluation> EvaluateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) => throw NotHere("the host's rules");

    public ValueTask<ScanReport> ScanAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) => throw NotHere("scan of the host's");

    public ValueTask MigrateAsync(IReadOnlyList<string> migrations, CancellationToken cancellationToken) => throw NotHere("tables");

    public ValueTask<ImmutableArray<T>> QueryAsync<T>(string sql, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        throw NotHere("tables");

    public ValueTask<int> ExecuteAsync(string sql, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken) => throw NotHere("tables");

    public ImmutableArray<PluginInfo> List() => throw NotHere("other plugins");

    public ValueTask<PluginMessage?> AskAsync(string id, PluginMessage message, CancellationToken cancellationToken) => throw NotHere("other plugins");

    public ProxyState? Read() => throw NotHere("proxy");

    public ValueTask<string?> ReloadAsync(CancellationToken cancellationToken) => throw NotHere("proxy");

    public ValueTask<ProxyState> SetPassthroughAsync(bool isPassthrough, TimeSpan? duration, CancellationToken cancellationToken) => throw NotHere("proxy");

    private static NotSupportedException NotHere(string what) => new($"A plugin in a process of its own has no {what}: load it without isolation.");
}
