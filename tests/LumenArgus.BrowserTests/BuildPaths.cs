using System.Reflection;

namespace LumenArgus.BrowserTests;

/// <summary>Paths that the build wrote into this assembly.</summary>
internal static class BuildPaths
{
    private static readonly Dictionary<string, string> Values = typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(static attribute => attribute.Key, static attribute => attribute.Value ?? "");

    /// <summary>The sources of the page; the build has installed its packages there.</summary>
    public static string DashboardUi => Values["DashboardUi"];

    /// <summary>tests/browser: the package that holds a Chromium, for machines without one.</summary>
    public static string BrowserSources => Values["BrowserSources"];

    public static string BrowserInstallFolder => Values["BrowserInstallFolder"];

    /// <summary>Where the pictures are kept for people to look at.</summary>
    public static string ScreenshotFolder => Values["ScreenshotFolder"];
}
