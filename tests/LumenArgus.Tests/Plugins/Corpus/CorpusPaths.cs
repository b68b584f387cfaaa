using System.Reflection;

namespace LumenArgus.Tests.Plugins.Corpus;

/// <summary>Paths that the build wrote into this assembly.</summary>
internal static class CorpusPaths
{
    /// <summary>tests/corpus: package.json and its lock.</summary>
    public static string Sources => Read("CorpusSources");

    /// <summary>Where the packages are installed and the findings are listed.</summary>
    public static string Folder => Read("CorpusFolder");

    /// <summary>The packages that the build restored.</summary>
    public static string NuGet => Read("NuGetFolder");

    private static string Read(string key) =>
        typeof(CorpusPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value ?? "";
}
