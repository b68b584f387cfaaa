using System.Globalization;

namespace LumenArgus.Inspection.Configuration.Stored;

/// <summary>A setting that can be changed while the product runs.</summary>
/// <param name="Key">The key with its parents.</param>
/// <param name="Allowed">What its value can be, in words.</param>
/// <param name="Apply">Puts a value into a configuration; null if it is none.</param>
internal sealed record OverrideKey(string Key, string Allowed, Func<LumenArgusConfig, string, LumenArgusConfig?> Apply)
{
    public static OverrideKey Number(string key, int min, int max, Func<LumenArgusConfig, int, LumenArgusConfig> apply) => new(
        key,
        string.Create(CultureInfo.InvariantCulture, $"{min}..{max}"),
        (config, value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? apply(config, number) : null);

    public static OverrideKey Flag(string key, Func<LumenArgusConfig, bool, LumenArgusConfig> apply) => new(
        key,
        "true or false",
        (config, value) => value switch
        {
            "true" => apply(config, true),
            "false" => apply(config, false),
            _ => null,
        });
}
