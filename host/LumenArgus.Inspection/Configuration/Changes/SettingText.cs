using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.Storage;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Writes values as they stand in the file.</summary>
internal static class SettingText
{
    public const string None = "(none)";

    public static string Of<T>(T value) => value switch
    {
        null => None,
        bool flag => flag ? "true" : "false",
        TimeSpan time => time.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        PolicyAction action => WireNames.Of(action),
        FailMode mode => mode == FailMode.Closed ? "closed" : "open",
        OnFault.BlockIfNoOtherDetector => "block_if_no_other_detector",
        OnFault fault => fault == OnFault.Block ? "block" : "allow",
        PluginTrust trust => trust.ToString().ToLowerInvariant(),
        PluginIsolation isolation => isolation.ToString().ToLowerInvariant(),
        LogLevel level => level == LogLevel.Information ? "info" : level.ToString().ToLowerInvariant(),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? None,
    };
}
