using System.ComponentModel.DataAnnotations;

namespace LumenArgus.TestPlugins.Pinning;

/// <summary>A type of the plugin that others are shown.</summary>
public sealed class Row
{
    [Required]
    public string Name { get; set; } = "a";

    public long Number { get; set; } = 1;

    /// <summary>Runs code of the plugin.</summary>
    internal static void Touch() => _ = new Row();
}
