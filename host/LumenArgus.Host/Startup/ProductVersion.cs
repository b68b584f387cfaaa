using System.Reflection;

namespace LumenArgus.Host.Startup;

/// <summary>The version of this build.</summary>
internal static class ProductVersion
{
    /// <summary>Semantic version without build metadata.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
