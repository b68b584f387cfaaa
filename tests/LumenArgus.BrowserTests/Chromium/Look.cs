using Microsoft.Playwright;

namespace LumenArgus.BrowserTests.Chromium;

/// <summary>How a window is: its size and what its owner likes.</summary>
public sealed record Look(int Width, int Height, ColorScheme Scheme)
{
    public static Look Wide { get; } = new(1440, 900, ColorScheme.Dark);

    public static Look Of(int width, string theme) => new(width, width < 600 ? 820 : 900, theme == "dark" ? ColorScheme.Dark : ColorScheme.Light);

    public override string ToString() => $"{Width}-{Scheme.ToString().ToLowerInvariant()}";
}
