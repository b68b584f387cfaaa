using System.Diagnostics;
using System.Text.Json;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LumenArgus.TestPlugins.Hooks;

/// <summary>
/// Sets a hook of each kind and logs each call (numbers only). Evaluate lets redact through; redact puts [REDACTED:type] in the place of each value.
/// The configuration key "fail" names hooks that throw, separated by commas; "decide" makes evaluate weaken, hide or contradict what it is given, or spin;
/// "replace" makes redact give edits that cannot be written; "judge" makes response_scan block a response that has the word given there, or never answer; "metrics"
/// is what it gives as metrics; "rewrite" makes response_chunk write texts in capitals, throw at the second part of a text, spin there, or give answers that cannot be used;
/// "licence" is the name of the plan that it says there is a licence for.
/// </summary>
public sealed partial class HooksPlugin
    : ILumenPlugin, IPreRequestHook, IPostScanHook, IEvaluateHook, IRedactHook, IConfigReloadHook, IResponseScanHook, IHealthHook, IMetricsHook, ITraceHook, IWebSocketHook,
        IResponseChunkHook, ILicenceChecker
{
    private IConfiguration? _configuration;
    private ILogger? _logger;

    public void Configure(IPluginBuilder plugin)
    {
        _configuration = plugin.Configuration;
        plugin.Registry.SetPreRequestHook(_ => this);
        plugin.Registry.SetPostScanHook(_ => this);
        plugin.Registry.SetEvaluateHook(_ => this);
        plugin.Registry.SetRedactHook(_ => this);
        plugin.Registry.SetConfigReloadHook(_ => this);
        plugin.Registry.SetResponseScanHook(_ => this);
        plugin.Registry.SetHealthHook(_ => this);
        plugin.Registry.SetMetricsHook(_ => this);
        plugin.Registry.SetTraceHook(_ => this);
        plugin.Registry.SetWebSocketHook(_ => this);
        plugin.Registry.SetResponseChunkHook(_ => this);
        plugin.Registry.SetLicenceChecker(_ => this);
    }

    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        _logger = context.Logger;
        return ValueTask.CompletedTask;
    }

    public void OnRequest(RequestInfo request) => Note("pre_request", request.RequestId);

    public void OnScanned(PostScanContext context) => Note("post_scan", context.Result.Findings.Length);

    public PolicyDecision Evaluate(IReadOnlyList<Finding> findings, IPolicy policy)
    {
        Note("evaluate", findings.Count);
        return _configuration?["decide"] switch
        {
            "pass" => new PolicyDecision(PolicyAction.Pass, [.. findings.Select(finding => finding with { Action = PolicyAction.Pass })]),
            "swap" => new PolicyDecision(PolicyAction.Pass, [.. findings.Select(finding => finding with { Type = "nothing", Action = PolicyAction.Pass })]),
            "strip" => new PolicyDecision(PolicyAction.Strip, [.. findings.Select(finding => finding with { Action = PolicyAction.Strip })]),
            "spin" => Spin(),
            "redact nothing" => new PolicyDecision(PolicyAction.Redact, [.. findings.Select(finding => finding with { Action = PolicyAction.Log })]),
            _ => policy.Evaluate(findings, allowRedact: true),
        };
    }

    // Far longer than any budget, but not for ever: the thread is the test's own.
    private static PolicyDecision Spin()
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5);)
        {
        }

        throw new InvalidOperationException("nobody waits for this");
    }

    public IReadOnlyList<SpanEdit> Redact(IReadOnlyList<Finding> findings, SessionContext session)
    {
        Note("redact", findings.Count);
        return _configuration?["replace"] switch
        {
            "null edit" => [null!],
            "null text" => [.. findings.Select(finding => new SpanEdit(finding.Span!.Value, null!))],
            "half a pair" => [.. findings.Select(finding => new SpanEdit(finding.Span!.Value, "\uD800"))],
            _ => Masks(findings),
        };
    }

    public IResponseRewriter? Begin(RequestInfo request, string provider, string? model, SessionContext session)
    {
        Note("response_chunk", request.RequestId);
        return _configuration?["rewrite"] is { } how ? new Rewriter(how) : null;
    }

    private static IReadOnlyList<SpanEdit> Masks(IReadOnlyList<Finding> findings) =>
        [.. findings.Where(finding => finding.Span is not null).Select(finding => new SpanEdit(finding.Span!.Value, $"[REDACTED:{finding.Type}]"))];

    public ValueTask OnConfigReloadedAsync(CancellationToken cancellationToken)
    {
        Note("config_reload", 1);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<PolicyDecision> ScanResponseAsync(
        string text, string provider, string? model, SessionContext session, CancellationToken cancellationToken)
    {
        Note("response_scan", text.Length);
        var word = _configuration?["judge"];
        if (word == "never")
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return word is null || !text.Contains(word, StringComparison.Ordinal)
            ? new PolicyDecision(PolicyAction.Pass, [])
            : new PolicyDecision(PolicyAction.Block, [new Finding { Detector = "judge", Type = "unwanted_word", Severity = Severity.High, Location = "content" }]);
    }

    public void WriteHealth(Utf8JsonWriter health)
    {
        Note("health", 1);
        health.WriteString("status", "made up");
        health.WriteStartObject("hooks");
        health.WriteNumber("answer", 42);
        health.WriteEndObject();
    }

    public string GetMetrics()
    {
        Note("metrics", 1);
        return _configuration?["metrics"] ?? "# TYPE hooks_answer gauge\nhooks_answer{of=\"life\"} 42\n";
    }

    public void OnExchange(ExchangeTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Note("trace of " + trace.TraceId + " in " + trace.Request.Path, trace.StatusCode);
    }

    public void OnWebSocketEvent(WebSocketEvent connectionEvent) => Note($"ws_{connectionEvent.Kind}", connectionEvent.FindingsCount);

    public ValueTask<LicenceState> CheckLicenceAsync(CancellationToken cancellationToken)
    {
        Note("license_checker", 1);
        var plan = _configuration?["licence"];
        return ValueTask.FromResult(new LicenceState(plan is not null, plan is null ? "there is none" : "made up", plan));
    }

    private sealed class Rewriter(string how) : IResponseRewriter
    {
        private int _calls;

        // Holds one character back, so that there is something to be given up.
        public RewrittenText Rewrite(ResponseText text)
        {
            if (++_calls == 2)
            {
                switch (how)
                {
                    case "throw": throw new InvalidOperationException("rewrite fails as configured");
                    case "spin": Spin(); break;
                    case "null": return null!;
                    case "hold too much": return new RewrittenText("", text.Text.Length + 1);
                }
            }

            var held = text.IsEnd ? 0 : 1;
            return new RewrittenText(text.Text[..^held].ToUpperInvariant(), held);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "hook {Hook} called with {Number}")]
    private static partial void LogCall(ILogger logger, string hook, long number);

    private void Note(string hook, long number)
    {
        if (_logger is not null)
        {
            LogCall(_logger, hook, number);
        }

        if (_configuration?["fail"]?.Split(',').Contains(hook) == true)
        {
            throw new InvalidOperationException($"{hook} fails as configured");
        }
    }
}
