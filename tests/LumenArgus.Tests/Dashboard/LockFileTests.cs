using LumenArgus.Tests.Architecture;

namespace LumenArgus.Tests.Dashboard;

public sealed class LockFileTests
{
    [Theory]
    [InlineData("dashboard-ui")]
    [InlineData("tests/browser")]
    [InlineData("tests/clients")]
    public void LockFile_OfAPackage_NamesNoRegistry(string name)
    {
        var folder = Path.Combine(RepositoryRoot.Path, name);

        var text = File.ReadAllText(Path.Combine(folder, "package-lock.json"));

        text.ShouldContain("\"integrity\"");
        text.ShouldNotContain("\"resolved\"");
        File.ReadAllText(Path.Combine(folder, ".npmrc")).ShouldContain("omit-lockfile-registry-resolved=true");
    }
}
