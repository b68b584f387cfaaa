using System.Collections;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>
/// The variables of a plugin's process. The host's are full of credentials, so only those come along that a program needs to run at all.
/// </summary>
internal static class ChildEnvironment
{
    private static readonly string[] Kept = OperatingSystem.IsWindows() ? ["PATH", "SystemRoot", "TEMP", "TMP"] : ["PATH", "HOME", "LANG"];

    public static Dictionary<string, string> Make(long memoryBytes)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string value } && (Kept.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("DOTNET_", StringComparison.Ordinal)))
            {
                variables[name] = value;
            }
        }

        // What would run other code in it.
        variables.Remove("DOTNET_STARTUP_HOOKS");
        if (HostExecutable.RuntimeRoot is { } root)
        {
            variables["DOTNET_ROOT"] = root;
        }

        // No socket for debuggers; and memory that is taken faster than anybody looks ends in an exception.
        variables["DOTNET_EnableDiagnostics"] = "0";
        variables["DOTNET_GCHeapHardLimit"] = memoryBytes.ToString("x");
        variables["DOTNET_gcServer"] = "0";
        variables["DOTNET_gcConcurrent"] = "0";
        return variables;
    }
}
