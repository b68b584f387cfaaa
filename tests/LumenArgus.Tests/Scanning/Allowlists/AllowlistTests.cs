using LumenArgus.Scanning.Allowlists;

namespace LumenArgus.Tests.Scanning.Allowlists;

public sealed class AllowlistTests
{
    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "ABC", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("a*", "a", true)]
    [InlineData("a*", "ba", false)]
    [InlineData("*@example.com", "me@example.com", true)]
    [InlineData("*@example.com", "me@example.com.evil.org", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a*b?d*e", "axxbcdyye", true)]
    [InlineData("a*b?d*e", "abdxe", false)]
    [InlineData("*ab*ab*", "abab", true)]
    [InlineData("*ab*ab*", "aba", false)]
    [InlineData("x**y", "x/y", true)]
    [InlineData("a.c", "abc", false)]
    public void AllowsValue_Entry_MatchesTheWholeValue(string entry, string value, bool expected)
    {
        var list = new Allowlist(new AllowlistOptions { Secrets = [entry] });

        list.AllowsValue("secrets", value).ShouldBe(expected);
        list.AllowsValue("custom", value).ShouldBe(expected);
        list.AllowsValue("pii", value).ShouldBeFalse();
        list.AllowsValue("proprietary", value).ShouldBeFalse();
    }

    [Theory]
    [InlineData("test/**", "test/a.txt", true)]
    [InlineData("test/**", "/home/me/project/test/data/a.txt", true)]
    [InlineData("test/**", "/home/me/project/latest/a.txt", false)]
    [InlineData("test/**", "test", false)]
    [InlineData("test/", "x/test/y/z", true)]
    [InlineData("test/*", "test/a.txt", true)]
    [InlineData("test/*", "test/a/b.txt", false)]
    [InlineData("*.pem", "deep/down/a.pem", true)]
    [InlineData("*.pem", "a.pem.txt", false)]
    [InlineData("README.md", "docs/README.md", true)]
    [InlineData("/etc/**", "/etc/hosts", true)]
    [InlineData("/etc/**", "/home/etc/hosts", false)]
    [InlineData("a/**/b/*.txt", "x/a/b/c.txt", true)]
    [InlineData("a/**/b/*.txt", "a/1/2/b/c.txt", true)]
    [InlineData("a/**/b/*.txt", "a/1/2/c.txt", false)]
    [InlineData("./test/**", "test/a", true)]
    [InlineData("test/**", "test\\a.txt", true)]
    [InlineData("test/**", "test/../secret.env", false)]
    [InlineData("test/**", "src/../test/a", true)]
    [InlineData("test/**", "../../test/a", false)]
    public void AllowsPath_Entry_MatchesFolders(string entry, string path, bool expected) =>
        new Allowlist(new AllowlistOptions { Paths = [entry] }).AllowsPath(path).ShouldBe(expected);

    [Theory]
    [InlineData("*", true)]
    [InlineData("?*", true)]
    [InlineData("??", false)]
    [InlineData("*a*", false)]
    public void AllowsEveryValue_OnlyWildcards_IsSeen(string entry, bool expected) => Allowlist.AllowsEveryValue(entry).ShouldBe(expected);

    [Theory]
    [InlineData("**", true)]
    [InlineData("*/**", true)]
    [InlineData("*", true)]
    [InlineData("/", true)]
    [InlineData("test/**", false)]
    public void AllowsEveryPath_OnlyWildcards_IsSeen(string entry, bool expected) => Allowlist.AllowsEveryPath(entry).ShouldBe(expected);

    // With backtracking this would not end within the life of the machine.
    [Fact]
    public void AllowsValue_ManyStarsAndNoMatch_Ends()
    {
        var list = new Allowlist(new AllowlistOptions { Secrets = [string.Concat(Enumerable.Repeat("a*", 400)) + "b"], Paths = [string.Concat(Enumerable.Repeat("**/a/", 200)) + "b"] });

        list.AllowsValue("secrets", new string('a', 100_000)).ShouldBeFalse();
        list.AllowsPath(string.Concat(Enumerable.Repeat("a/", 500))).ShouldBeFalse();
    }
}
