using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>The second gate: reads a dll's metadata, because a manifest can be wrong about its api version.</summary>
internal static class EntryAssemblyReader
{
    /// <exception cref="PluginLoadException">The file is not a .NET assembly.</exception>
    public static EntryAssemblyReport Read(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata)
            {
                throw new PluginLoadException($"{Path.GetFileName(path)} is not a .NET assembly");
            }

            var metadata = file.GetMetadataReader();
            return new EntryAssemblyReport(ContractVersion(metadata), Uses(metadata), PinRisks.Of(metadata));
        }
        catch (BadImageFormatException)
        {
            throw new PluginLoadException($"{Path.GetFileName(path)} is not a .NET assembly, or it is cut off: copy the build output again");
        }
    }

    private static Version? ContractVersion(MetadataReader metadata) =>
        metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Where(reference => metadata.StringComparer.Equals(reference.Name, SharedAssemblies.Contract))
            .Select(reference => reference.Version)
            .FirstOrDefault();

    private static ImmutableArray<string> Uses(MetadataReader metadata)
    {
        var uses = new SortedSet<string>(StringComparer.Ordinal);
        if (metadata.MethodDefinitions.Any(method => metadata.GetMethodDefinition(method).Attributes.HasFlag(MethodAttributes.PinvokeImpl)))
        {
            uses.Add("P/Invoke");
        }

        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            var space = metadata.GetString(type.Namespace);
            var name = metadata.GetString(type.Name);
            if (Classify(space, name) is { } use)
            {
                uses.Add(use);
            }
        }

        return [.. uses];
    }

    private static string? Classify(string space, string name) => (space, name) switch
    {
        ("System.Diagnostics", "Process" or "ProcessStartInfo") => "Process",
        ("System.Reflection.Emit", _) => "Reflection.Emit",
        ("System.Security", "UnverifiableCodeAttribute") or ("System.Runtime.CompilerServices", "Unsafe") => "unsafe",
        ("System.Runtime.InteropServices", "NativeLibrary") => "P/Invoke",
        _ => null,
    };
}
