using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Tests.Configuration;

public sealed class LumenArgusHomeTests
{
    [Theory]
    [InlineData("/data/argus", "/home/me", "/data/argus")]
    [InlineData("~/argus", "/home/me", "/home/me/argus")]
    [InlineData(null, "/home/me", "/home/me/.lumen-argus")]
    [InlineData("", "/home/me", "/home/me/.lumen-argus")]
    [InlineData("/data/argus", null, "/data/argus")]
    public void TryResolve_Variables_GiveTheFolder(string? variable, string? userHome, string expected)
    {
        LumenArgusHome.TryResolve(Environment(variable, userHome), out var home, out var error).ShouldBeTrue();

        home.Root.ShouldBe(expected);
        error.ShouldBeNull();
    }

    [Fact]
    public void TryResolve_NoHome_SaysWhatToSet()
    {
        LumenArgusHome.TryResolve(Environment(null, null), out _, out var error).ShouldBeFalse();

        error.ShouldNotBeNull().ShouldContain("LUMEN_ARGUS_HOME");
    }

    [Theory]
    [InlineData("~/x", "/home/me/x")]
    [InlineData("~", "/home/me")]
    [InlineData("x/../y", "/etc/y")]
    [InlineData("/abs", "/abs")]
    [InlineData("~other", "/etc/~other")]
    public void Resolve_ConfiguredPath_IsAbsolute(string path, string expected)
    {
        LumenArgusHome.TryResolve(Environment(null, "/home/me"), out var home, out _);

        home!.Resolve(path, "/etc").ShouldBe(expected);
    }

    private static Func<string, string?> Environment(string? variable, string? userHome) =>
        name => name switch { "LUMEN_ARGUS_HOME" => variable, "HOME" => userHome, _ => null };
}
