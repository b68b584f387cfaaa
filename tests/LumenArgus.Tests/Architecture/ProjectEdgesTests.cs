using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace LumenArgus.Tests.Architecture;

/// <summary>Holds the arrows between the projects: what the project files declare and what the compiler really referenced.</summary>
public sealed class ProjectEdgesTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["LumenArgus.Abstractions"] = [],
        // For authors: their tests run on the real loader and the real engine of rules, which travel inside its package.
        ["LumenArgus.PluginTesting"] = ["LumenArgus.Abstractions", "LumenArgus.PluginRuntime", "LumenArgus.Scanning"],
        ["LumenArgus.Scanning"] = ["LumenArgus.Abstractions"],
        ["LumenArgus.PluginRuntime"] = ["LumenArgus.Abstractions"],
        ["LumenArgus.Storage"] = ["LumenArgus.Abstractions"],
        ["LumenArgus.Forwarding"] = ["LumenArgus.Abstractions"],
        ["LumenArgus.Inspection"] =
            ["LumenArgus.Abstractions", "LumenArgus.Scanning", "LumenArgus.PluginRuntime", "LumenArgus.Storage", "LumenArgus.Forwarding"],
        ["LumenArgus.Proxy"] =
            ["LumenArgus.Abstractions", "LumenArgus.Scanning", "LumenArgus.PluginRuntime", "LumenArgus.Storage", "LumenArgus.Forwarding", "LumenArgus.Inspection"],
        ["LumenArgus.Dashboard"] =
            ["LumenArgus.Abstractions", "LumenArgus.Scanning", "LumenArgus.PluginRuntime", "LumenArgus.Storage", "LumenArgus.Forwarding", "LumenArgus.Inspection"],
        ["LumenArgus.Host"] =
        [
            "LumenArgus.Abstractions", "LumenArgus.Scanning", "LumenArgus.PluginRuntime", "LumenArgus.Storage", "LumenArgus.Forwarding",
            "LumenArgus.Inspection", "LumenArgus.Proxy", "LumenArgus.Dashboard",
        ],
    };

    // Built without ASP.NET, so that they work in the command line, in the MCP guard and in tests without a server.
    private static readonly string[] WithoutWebServer =
    [
        "LumenArgus.Abstractions", "LumenArgus.PluginTesting", "LumenArgus.Scanning", "LumenArgus.PluginRuntime", "LumenArgus.Storage", "LumenArgus.Inspection",
    ];

    [Fact]
    public void Projects_AllOnDisk_AreInTheTable()
    {
        var known = ProductProjects().Select(Path.GetFileNameWithoutExtension).ToList();
        known.Where(name => !Allowed.ContainsKey(name!) && !name!.StartsWith("LumenArgus.Plugins.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void ProjectReferences_Declared_FollowTheArrows()
    {
        var wrong = new List<string>();
        foreach (var project in ProductProjects())
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var declared = XDocument.Load(project).Descendants("ProjectReference")
                .Where(static reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(static reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
            wrong.AddRange(declared.Where(target => !MayKnow(name, target)).Select(target => $"{name} -> {target}"));
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void AssemblyReferences_Built_FollowTheArrows()
    {
        var wrong = new List<string>();
        foreach (var (name, references) in BuiltReferences())
        {
            wrong.AddRange(references.Where(target => target.StartsWith("LumenArgus.", StringComparison.Ordinal) && !MayKnow(name, target))
                .Select(target => $"{name} -> {target}"));
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void AssemblyReferences_BelowTheProxy_NameNoWebServer()
    {
        var built = BuiltReferences();
        var wrong = WithoutWebServer
            .SelectMany(name => built[name].Where(static target => target.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                .Select(target => $"{name} -> {target}"));

        wrong.ShouldBeEmpty();
        // The check can see such a reference where there is one.
        built["LumenArgus.Forwarding"].ShouldContain(static target => target.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private static bool MayKnow(string project, string target) =>
        Allowed.TryGetValue(project, out var allowed) ? allowed.Contains(target) : target == "LumenArgus.Abstractions";

    private static IEnumerable<string> ProductProjects() =>
        new[] { "abstractions", "host", "plugins" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.csproj", SearchOption.AllDirectories));

    private static Dictionary<string, List<string>> BuiltReferences()
    {
        var result = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "LumenArgus.*.dll"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name is "LumenArgus.Tests" or "LumenArgus.Testing")
            {
                continue;
            }

            using var stream = File.OpenRead(file);
            using var image = new PEReader(stream);
            var metadata = image.GetMetadataReader();
            result[name] = [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        }

        return result;
    }
}
