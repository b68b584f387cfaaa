namespace LumenArgus.Host.Terminal;

/// <summary>Decides whether the output has colours.</summary>
internal static class ColourChoice
{
    /// <summary>Colours need a terminal that has them, and nobody who objects (no-color.org: any non-empty value).</summary>
    public static bool IsOn(bool noColorFlag, bool isTerminal, Func<string, string?> environment) =>
        !noColorFlag && isTerminal && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb";
}
