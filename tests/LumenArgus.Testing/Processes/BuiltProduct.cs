using System.Reflection;
using System.Runtime.InteropServices;

namespace LumenArgus.Testing.Processes;

/// <summary>The executable that the build made, in the configuration of the tests.</summary>
public static class BuiltProduct
{
    /// <summary>Path of <c>lumen-argus</c>.</summary>
    public static string Executable { get; } = typeof(BuiltProduct).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "ProductExecutable").Value!;

    /// <summary>The variables it needs when nothing else is inherited.</summary>
    public static Dictionary<string, string> Environment(string userHome, string productHome) => new(StringComparer.Ordinal)
    {
        ["HOME"] = userHome,
        ["LUMEN_ARGUS_HOME"] = productHome,
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
    };
}
