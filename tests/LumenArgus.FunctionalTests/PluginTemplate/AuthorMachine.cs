using System.Reflection;
using System.Runtime.InteropServices;
using LumenArgus.Testing.Processes;

namespace LumenArgus.FunctionalTests.PluginTemplate;

/// <summary>
/// The machine of an author: the SDK, an own home with no templates and no packages, and one source of packages, which has the test framework and nothing else. What a generated project
/// needs beyond that has to be in the template's package.
/// </summary>
internal sealed class AuthorMachine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string[] TestFramework = ["xunit", "microsoft.net.test.sdk", "microsoft.testplatform.", "microsoft.codecoverage"];

    private readonly TemporaryFolder _folder = new();

    public AuthorMachine()
    {
        var source = _folder.Folder("source");
        foreach (var package in Directory.EnumerateDirectories(Metadata("NuGetFolder")))
        {
            var name = Path.GetFileName(package);
            if (Array.Exists(TestFramework, start => name.StartsWith(start, StringComparison.Ordinal)))
            {
                foreach (var file in Directory.EnumerateFiles(package, "*.nupkg", SearchOption.AllDirectories))
                {
                    File.Copy(file, Path.Combine(source, Path.GetFileName(file)));
                }
            }
        }

        File.WriteAllText(_folder.File("home", ".nuget", "NuGet", "NuGet.Config"), $"""
            <configuration><packageSources><clear /><add key="test-framework" value="{source}" /></packageSources></configuration>
            """);
    }

    /// <summary>A folder for one project.</summary>
    public string ProjectFolder(string name) => _folder.Folder("projects", name);

    /// <summary>Installs the template as the build has packed it.</summary>
    public Task InstallTemplateAsync() => DotnetAsync(_folder.Path, productHome: "", "new", "install", Metadata("TemplatePackage"));

    /// <summary>Runs the SDK.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="productHome">The home of the product that its build stages for.</param>
    /// <param name="arguments">What it shall do.</param>
    /// <exception cref="ShouldAssertException">It failed; the message is what it said.</exception>
    public async Task<string> DotnetAsync(string folder, string productHome, params string[] arguments)
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var result = await ChildProcess.RunAsync(
            new ChildProcessStart(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), arguments)
            {
                WorkingDirectory = folder,
                Environment = new Dictionary<string, string>
                {
                    ["HOME"] = _folder.Folder("home"),
                    ["DOTNET_CLI_HOME"] = _folder.Folder("home"),
                    ["DOTNET_ROOT"] = root,
                    ["DOTNET_NOLOGO"] = "1",
                    ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
                    ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                    ["NUGET_PACKAGES"] = _folder.Folder("packages"),
                    ["LUMEN_ARGUS_HOME"] = productHome,

                    // Nothing of the SDK may outlive the test.
                    ["MSBUILDDISABLENODEREUSE"] = "1",
                    ["UseSharedCompilation"] = "false",
                },
            },
            Patience);
        result.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{result.Output}");
        return result.StandardOutput;
    }

    public void Dispose() => _folder.Dispose();

    private static string Metadata(string key) =>
        typeof(AuthorMachine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
