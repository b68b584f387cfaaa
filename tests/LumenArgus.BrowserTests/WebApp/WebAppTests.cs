using System.IO.Compression;
using LumenArgus.Testing.Processes;

namespace LumenArgus.BrowserTests.WebApp;

/// <summary>The page's own tests and promises, so that one command runs all tests there are.</summary>
public sealed class WebAppTests
{
    private const int MaxBytes = 250_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("test")]
    [InlineData("typecheck")]
    public async Task Script_OfThePackage_Succeeds(string script)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

        var result = await ChildProcess.RunAsync(
            new ChildProcessStart(npm, ["run", script]) { WorkingDirectory = BuildPaths.DashboardUi, InheritEnvironment = true }, Patience);

        result.TimedOut.ShouldBeFalse();
        result.ExitCode.ShouldBe(0, $"'npm run {script}' in dashboard-ui:\n{result.Output}");
    }

    [Fact]
    public void Bundle_Compressed_IsAsSmallAsPromised()
    {
        var dist = Path.Combine(BuildPaths.DashboardUi, "dist");
        var files = Directory.EnumerateFiles(dist, "*", SearchOption.AllDirectories).ToList();

        files.ShouldContain(static file => file.EndsWith(".js", StringComparison.Ordinal));
        files.Sum(CompressedSize).ShouldBeLessThan(MaxBytes);
    }

    private static long CompressedSize(string path)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var source = File.OpenRead(path))
        {
            source.CopyTo(gzip);
        }

        return target.Length;
    }
}
