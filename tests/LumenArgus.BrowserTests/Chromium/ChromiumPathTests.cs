namespace LumenArgus.BrowserTests.Chromium;

/// <summary>Which Chromium is tried, and in which order. That of the package was driven through all pages by hand: it is a download.</summary>
public sealed class ChromiumPathTests
{
    [Fact]
    public void OnTheMachine_VariableAndPath_AreTriedInThisOrder()
    {
        var folder = Directory.CreateTempSubdirectory("lumen-argus-chromium-");
        try
        {
            var inPath = Path.Combine(folder.FullName, "chromium");
            File.WriteAllText(inPath, "");
            var searchPath = string.Join(Path.PathSeparator, Path.Combine(folder.FullName, "missing"), folder.FullName);

            ChromiumPath.OnTheMachine("/named", searchPath).ShouldBe(["/named", inPath]);
            ChromiumPath.OnTheMachine("", searchPath).ShouldBe([inPath]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void OnTheMachine_NeitherVariableNorPath_IsNone() => ChromiumPath.OnTheMachine(named: null, searchPath: null).ShouldBeEmpty();
}
