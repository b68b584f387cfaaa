using System.Collections.Immutable;
using System.Text.Json;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>What a plugin in a process of its own gets of the host: nothing, and it is told so when it asks. A service that does nothing would be found out much later.</summary>
internal sealed class ChildHostServices : IHostServices, ITemplateRenderer, IPluginKv, IEventStream, IFindingReader, IRuleCatalog, IRuleEvaluator
{
    public ITemplateRenderer Templates => this;

    public IPluginKv Kv => this;

    public IEventStream Events => this;

    public IFindingReader Findings => this;

    public IRuleCatalog Rules => this;

    public IRuleEvaluator RuleEvaluator => this;

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

    private static NotSupportedException NotHere(string what) => new($"A plugin in a process of its own has no {what}: load it without isolation.");
}
