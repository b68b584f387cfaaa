using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Configuration.Stored;

/// <summary>All settings that can be changed while the product runs. What stands in the database goes before the files, and behind the flags of the command line.</summary>
public static class OverrideKeys
{
    private const string Detectors = "detectors.";
    private const string Enabled = ".enabled";
    private const string Action = ".action";
    private const string Stages = "pipeline.stages.";
    private const string Actions = "log, alert, redact or block";

    private static readonly ImmutableArray<PolicyAction> AllActions = [PolicyAction.Log, PolicyAction.Alert, PolicyAction.Redact, PolicyAction.Block];

    private static readonly ImmutableArray<OverrideKey> Fixed =
    [
        new("default_action", Actions, static (config, value) => ActionOf(value) is { } action ? config with { DefaultAction = action } : null),
        OverrideKey.Number("proxy.timeout", 1, 300, static (config, value) => config with { Proxy = config.Proxy with { Timeout = TimeSpan.FromSeconds(value) } }),
        OverrideKey.Number("proxy.connect_timeout", 1, 120, static (config, value) => config with { Proxy = config.Proxy with { ConnectTimeout = TimeSpan.FromSeconds(value) } }),
        OverrideKey.Number("proxy.retries", 0, 10, static (config, value) => config with { Proxy = config.Proxy with { Retries = value } }),
        Stage("outbound_dlp", static (pipeline, value) => pipeline with { OutboundDlp = value }),
        Stage("history_strip", static (pipeline, value) => pipeline with { HistoryStrip = value }),
        Stage("response_secrets", static (pipeline, value) => pipeline with { ResponseSecrets = value }),
        Stage("response_injection", static (pipeline, value) => pipeline with { ResponseInjection = value }),
        Stage("mcp_arguments", static (pipeline, value) => pipeline with { McpArguments = value }),
        Stage("mcp_responses", static (pipeline, value) => pipeline with { McpResponses = value }),
        Stage("websocket_outbound", static (pipeline, value) => pipeline with { WebSocketOutbound = value }),
        Stage("websocket_inbound", static (pipeline, value) => pipeline with { WebSocketInbound = value }),
        Stage("encoding_decode", static (pipeline, value) => pipeline with { Decoding = pipeline.Decoding with { Enabled = value } }),
        Decoding("base64", static (decoding, value) => decoding with { Base64 = value }),
        Decoding("hex", static (decoding, value) => decoding with { Hex = value }),
        Decoding("url", static (decoding, value) => decoding with { Url = value }),
        Decoding("unicode", static (decoding, value) => decoding with { Unicode = value }),
        Decoding("max_depth", 1, 5, static (decoding, value) => decoding with { MaxDepth = value }),
        Decoding("min_decoded_length", 1, 100, static (decoding, value) => decoding with { MinDecodedLength = value }),
        Decoding("max_decoded_length", 100, 16 * 1024 * 1024, static (decoding, value) => decoding with { MaxDecodedLength = value }),
    ];

    // Sections in which people choose the names.
    private static readonly ImmutableArray<string> Free = ["allowlists", "custom_rules", "detectors", "notifications", "plugins", "proxy.upstream", "roles", "rule_analysis"];

    /// <summary>Says what is wrong with a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value as text.</param>
    /// <returns>A sentence; null if it can be used.</returns>
    public static string? Problem(string key, string value)
    {
        if (Find(key) is not { } known)
        {
            return IsOfFile(key)
                ? "cannot be changed here: set it in config.yaml"
                : "is not a known key" + Suggestion.For(key, Fixed.Select(static setting => setting.Key).Concat(FileKeys));
        }

        // Whether a value is one does not depend on the rest.
        return known.Apply(Any, value) is null ? $"must be {known.Allowed}" : null;
    }

    /// <summary>Whether a setting can be changed while the product runs.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True if it can.</returns>
    public static bool IsKnown(string key) => Find(key) is not null;

    /// <summary>Puts values into a configuration.</summary>
    /// <param name="config">What the files say.</param>
    /// <param name="values">Values by key; those of other parts are left alone.</param>
    /// <returns>The configuration that counts. A value that cannot be used changes nothing.</returns>
    public static LumenArgusConfig Apply(LumenArgusConfig config, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (key, value) in values)
        {
            config = Find(key)?.Apply(config, value) ?? config;
        }

        return config;
    }

    private static LumenArgusConfig Any { get; } = new()
    {
        Audit = new AuditConfig { LogDir = "/" }, Logging = new LoggingConfig { LogDir = "/" }, Analytics = new AnalyticsConfig { DbPath = "/" },
    };

    private static IEnumerable<string> FileKeys => Settings.Proxy.Concat(Settings.Others).Select(static setting => setting.Key);

    private static bool IsOfFile(string key) =>
        FileKeys.Contains(key, StringComparer.Ordinal) || Free.Any(section => key.StartsWith(section, StringComparison.Ordinal) && (key.Length == section.Length || key[section.Length] == '.'));

    private static OverrideKey? Find(string key) => Fixed.FirstOrDefault(known => known.Key == key) ?? DetectorKey(key);

    private static OverrideKey? DetectorKey(string key)
    {
        if (!key.StartsWith(Detectors, StringComparison.Ordinal))
        {
            return null;
        }

        if (key.EndsWith(Enabled, StringComparison.Ordinal) && NameIn(key, Enabled) is { } switched)
        {
            return OverrideKey.Flag(key, (config, value) => With(config, switched, detector => detector with { Enabled = value }));
        }

        return key.EndsWith(Action, StringComparison.Ordinal) && NameIn(key, Action) is { } name
            ? new OverrideKey(key, Actions, (config, value) => ActionOf(value) is { } action ? With(config, name, detector => detector with { Action = action }) : null)
            : null;
    }

    private static string? NameIn(string key, string end)
    {
        var name = key[Detectors.Length..^end.Length];
        return name.Length is > 0 and <= 64 && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? name : null;
    }

    private static LumenArgusConfig With(LumenArgusConfig config, string name, Func<DetectorConfig, DetectorConfig> change) =>
        config with { Detectors = config.Detectors.SetItem(name, change(config.Detector(name))) };

    private static OverrideKey Stage(string name, Func<PipelineConfig, bool, PipelineConfig> change) =>
        OverrideKey.Flag($"{Stages}{name}.enabled", (config, value) => config with { Pipeline = change(config.Pipeline, value) });

    private static OverrideKey Decoding(string name, Func<DecodeOptions, bool, DecodeOptions> change) => OverrideKey.Flag(
        $"{Stages}encoding_decode.{name}", (config, value) => config with { Pipeline = config.Pipeline with { Decoding = change(config.Pipeline.Decoding, value) } });

    private static OverrideKey Decoding(string name, int min, int max, Func<DecodeOptions, int, DecodeOptions> change) => OverrideKey.Number(
        $"{Stages}encoding_decode.{name}", min, max, (config, value) => config with { Pipeline = config.Pipeline with { Decoding = change(config.Pipeline.Decoding, value) } });

    private static PolicyAction? ActionOf(string name)
    {
        foreach (var action in AllActions)
        {
            if (WireNames.Of(action) == name)
            {
                return action;
            }
        }

        return null;
    }
}
