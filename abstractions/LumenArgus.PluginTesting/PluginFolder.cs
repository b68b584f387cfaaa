using System.Reflection;

namespace LumenArgus.PluginTesting;

/// <summary>Finds the plugins that a test project names with <c>LumenArgusPlugin="true"</c>.</summary>
public static class PluginFolder
{
    private const string Prefix = "LumenArgusPlugin:";

    /// <summary>The build output of a plugin, a complete plugin with its <c>plugin.json</c>.</summary>
    /// <param name="tests">The assembly of the tests.</param>
    /// <param name="assembly">Name of the plugin's dll without extension; null where there is only one plugin.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="InvalidOperationException">The test project names no such plugin, or several.</exception>
    public static string Of(Assembly tests, string? assembly = null)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var folders = tests.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key.StartsWith(Prefix, StringComparison.Ordinal) && (assembly is null || attribute.Key.AsSpan(Prefix.Length).SequenceEqual(assembly)))
            .ToList();
        return folders is [{ Value: { } folder }]
            ? folder
            : throw new InvalidOperationException(
                $"{tests.GetName().Name} names {folders.Count} such plugins: reference one with ReferenceOutputAssembly=\"false\" LumenArgusPlugin=\"true\", and give its name where there are several.");
    }
}
