using LumenArgus.Testing.Processes;

namespace LumenArgus.Tests.Architecture;

public sealed class AheadOfTimeTests
{
    [Fact]
    public async Task Clean_TakesAwayWhatWasCompiledAheadOfTime()
    {
        using var temp = new TemporaryFolder();
        var left = Path.Combine(temp.Folder("obj", "ahead-of-time"), "LumenArgus.Host.dll");
        await File.WriteAllTextAsync(left, "");
        var project = Path.Combine(RepositoryRoot.Path, "host", "LumenArgus.Host", "LumenArgus.Host.csproj");

        // Only what it does to this project, in folders of the test.
        var result = await ChildProcess.RunAsync(
            new ChildProcessStart(
                "dotnet", ["msbuild", project, "-t:CoreClean", "-nologo", "-nodeReuse:false", $"-p:IntermediateOutputPath={temp.Folder("obj")}/", $"-p:OutDir={temp.Folder("out")}/"])
            {
                InheritEnvironment = true,
            },
            TimeSpan.FromMinutes(2));

        result.ExitCode.ShouldBe(0, result.StandardOutput);
        File.Exists(left).ShouldBeFalse();
    }
}
