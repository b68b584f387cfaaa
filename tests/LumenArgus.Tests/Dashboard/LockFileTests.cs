using LumenArgus.Tests.Architecture;

namespace LumenArgus.Tests.Dashboard;

public sealed class LockFileTests
{
    [Fact]
    public void LockFile_OfTheWebApp_NamesNoRegistry()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "dashboard-ui");

        var text = File.ReadAllText(Path.Combine(folder, "package-lock.json"));

        text.ShouldContain("\"integrity\"");
        text.ShouldNotContain("\"resolved\"");
        File.ReadAllText(Path.Combine(folder, ".npmrc")).ShouldContain("omit-lockfile-registry-resolved=true");
    }
}
