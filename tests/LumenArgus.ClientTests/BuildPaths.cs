using System.Reflection;

namespace LumenArgus.ClientTests;

/// <summary>Paths that the build wrote into this assembly.</summary>
internal static class BuildPaths
{
    private static readonly Dictionary<string, string> Values = typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(attribute => attribute.Key, attribute => attribute.Value ?? "");

    /// <summary>tests/clients: package.json, its lock and the SDK scripts.</summary>
    public static string ClientSources => Values["ClientSources"];

    public static string ClientInstallFolder => Values["ClientInstallFolder"];

    /// <summary>Where what the tools printed and sent is kept for people to read.</summary>
    public static string CaptureFolder => Values["CaptureFolder"];
}
