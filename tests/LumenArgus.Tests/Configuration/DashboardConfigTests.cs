using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;

namespace LumenArgus.Tests.Configuration;

public sealed class DashboardConfigTests : IDisposable
{
    private const string Password = "a long enough password";

    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Read_PlainPassword_OpensAndIsNeverShown()
    {
        var config = _fixture.ReadValid($"dashboard: {{password: {Password}}}");

        config.Dashboard.Password.ShouldNotBeNull().Hash.Matches(Password).ShouldBeTrue();
        config.Dashboard.Password.Hash.Matches(Password + "x").ShouldBeFalse();
        config.ToString().ShouldNotContain(Password);
    }

    [Fact]
    public void Read_ViewerPassword_IsAnotherOne()
    {
        var config = _fixture.ReadValid($"dashboard: {{viewer_password: {Password}}}");

        config.Dashboard.Password.ShouldBeNull();
        config.Dashboard.ViewerPassword.ShouldNotBeNull().Hash.Matches(Password).ShouldBeTrue();
        config.ToString().ShouldNotContain(Password);
    }

    [Fact]
    public void Read_Hash_OpensToItsPassword()
    {
        var hash = PasswordHash.Of(Password).Format();

        hash.ShouldStartWith("pbkdf2-sha256$600000$");
        _fixture.ReadValid($"dashboard: {{password: \"{hash}\"}}").Dashboard.Password.ShouldNotBeNull().Hash.Matches(Password).ShouldBeTrue();
    }

    [Theory]
    [InlineData("password: 'pbkdf2-sha256$1$x$y'", "password begins like a hash and is none: 'lumen-argus dashboard password' prints one")]
    [InlineData("viewer_password: 'pbkdf2-sha256$1$x$y'", "viewer_password begins like a hash and is none: 'lumen-argus dashboard password' prints one")]
    [InlineData("bind: here", "bind must be an IP address or localhost (was here)")]
    [InlineData("auth: open", "auth must be one of token, none (was open)")]
    [InlineData("allowed_hosts: ['https://a.example']", "allowed_hosts must list names of hosts without port, for example argus.example.com")]
    public void Read_Mistakes_AreErrors(string text, string error) => _fixture.Errors($"dashboard: {{{text}}}").ShouldBe([$"config.yaml:1 dashboard.{error}"]);

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("'::1'", false)]
    [InlineData("localhost", false)]
    [InlineData("0.0.0.0", true)]
    [InlineData("192.168.1.5", true)]
    [InlineData("'::'", true)]
    public void Read_NoAuthentication_IsForLoopbackOnly(string bind, bool isRefused) =>
        (_fixture.Errors($"dashboard: {{auth: none, bind: {bind}}}").Length > 0).ShouldBe(isRefused);

    [Fact]
    public void Diff_AnotherPassword_ShowsNeither()
    {
        var from = _fixture.ReadValid("dashboard: {password: first-password}");
        var same = _fixture.ReadValid("dashboard: {password: first-password}");
        var to = _fixture.ReadValid("dashboard: {password: second-password}");

        ConfigDiff.Between(from, same).ShouldBeEmpty();
        var change = ConfigDiff.Between(from, to).ShouldHaveSingleItem();
        change.Key.ShouldBe("dashboard.password");
        change.NeedsRestart.ShouldBeTrue();
        $"{change}".ShouldNotContain("-password");
    }
}
