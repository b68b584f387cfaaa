using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.Redaction;

/// <summary>
/// Lets the action <c>redact</c> through and carries it out: with a mask, or with a placeholder that is put back into the response while it streams. What was replaced is
/// remembered in memory only; the client sends its history with every request, and the same value gets the same placeholder.
/// </summary>
public sealed class RedactionPlugin : ILumenPlugin, IEvaluateHook, IRedactHook, IResponseChunkHook
{
    private Options _options = new();
    private Placeholders? _placeholders;
    private Vault? _vault;

    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _options = Options.Read(plugin.Configuration);
        plugin.Registry.SetEvaluateHook(_ => this);
        plugin.Registry.SetRedactHook(_ => this);
        plugin.Registry.SetResponseChunkHook(_ => this);
    }

    /// <inheritdoc/>
    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_options.IsReversible)
        {
            _placeholders = new Placeholders(WorkspaceKey.LoadOrCreate(_options.KeyFile));
            _vault = new Vault(context.Clock);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public PolicyDecision Evaluate(IReadOnlyList<Finding> findings, IPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Evaluate(findings, allowRedact: true);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SpanEdit> Redact(IReadOnlyList<Finding> findings, SessionContext session) => Masks(findings);

    /// <inheritdoc/>
    public IReadOnlyList<SpanEdit> Redact(IReadOnlyList<Finding> findings, RequestInfo request, SessionContext session)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(session);

        // What a server sends over a WebSocket is not rewritten, so nothing could be put back.
        return _placeholders is null || _vault is null || request.Method == "WS" ? Masks(findings) : Replace(findings, _vault.Open(request, session), _placeholders);
    }

    /// <inheritdoc/>
    public bool IsReplacement(MatchedText value) => _placeholders?.IsOwn(value.Reveal()) == true;

    /// <inheritdoc/>
    public IResponseRewriter? Begin(RequestInfo request, string provider, string? model, SessionContext session)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(session);
        return _placeholders is not null && _vault?.Find(request, session) is { } replaced
            ? new Restorer(new PlaceholderSearch(replaced), text => _placeholders.IsOwn(text))
            : null;
    }

    private static List<SpanEdit> Masks(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return [.. findings.Where(static finding => finding.Span is not null).Select(static finding => new SpanEdit(finding.Span!.Value, $"[REDACTED:{finding.Type}]"))];
    }

    // Two values with one placeholder could not be told apart: the second is left without an edit, and what is left blocks.
    private static List<SpanEdit> Replace(IReadOnlyList<Finding> findings, Conversation conversation, Placeholders placeholders)
    {
        var edits = new List<SpanEdit>(findings.Count);
        foreach (var finding in findings)
        {
            var value = ArgumentText.Of(finding);
            var placeholder = placeholders.For(value);
            if (finding.Span is { } span && conversation.TryAdd(placeholder, value))
            {
                edits.Add(new SpanEdit(span, placeholder));
            }
        }

        return edits;
    }
}
