using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Storage.Hashing;
using LumenArgus.Tests.Host;

namespace LumenArgus.Tests.Storage.Database;

public sealed class HashKeyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.File("hmac.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadOrCreate_NoFile_MakesAPrivateOneThatLasts()
    {
        var first = HashKey.LoadOrCreate(Path);
        var second = HashKey.LoadOrCreate(Path);

        first.Problem.ShouldBeNull();
        second.Hash("text").ShouldBe(first.Hash("text"));
        new FileInfo(Path).Length.ShouldBe(HashKey.Size);
        Directory.GetFiles(_folder.Root).ShouldBe([Path]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void LoadOrCreate_ManyAtOnce_AgreeOnOneKey()
    {
        var hashes = new string[16];
        Parallel.For(0, hashes.Length, i => hashes[i] = HashKey.LoadOrCreate(Path).Hash("text"));

        hashes.Distinct().Count().ShouldBe(1);
        Directory.GetFiles(_folder.Root).ShouldBe([Path]);
    }

    [Fact]
    public void LoadOrCreate_FolderInItsPlace_SaysSo()
    {
        Directory.CreateDirectory(Path);

        HashKey.LoadOrCreate(Path).Problem.ShouldNotBeNull().ShouldContain("there is a folder in its place");
    }

    [Fact]
    public void LoadOrCreate_LinkThatLeadsNowhere_SaysWhereTo()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.CreateSymbolicLink(Path, _folder.File("mounted.key"));

        HashKey.LoadOrCreate(Path).Problem.ShouldNotBeNull().ShouldContain($"it is a link to {_folder.File("mounted.key")}, which is not there");
        File.Exists(_folder.File("mounted.key")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void LoadOrCreate_WrongLength_IsNotUsedAndNotReplaced(int length)
    {
        File.WriteAllBytes(Path, new byte[length]);

        var key = HashKey.LoadOrCreate(Path);

        key.IsLasting.ShouldBeFalse();
        key.Problem.ShouldNotBeNull().ShouldContain("32 bytes");
        key.Hash("text").ShouldNotBe(Reference(new byte[length], "text"));
        key.Hash("text").ShouldNotBe(HashKey.LoadOrCreate(Path).Hash("text"));
        new FileInfo(Path).Length.ShouldBe(length);
    }

    [Fact]
    public void LoadOrCreate_KeyWithFewerRights_KeepsThem()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var hash = HashKey.LoadOrCreate(Path).Hash("text");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead);

        HashKey.LoadOrCreate(Path).Hash("text").ShouldBe(hash);
        File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5000)]
    public void Hash_Text_IsHmacOfItsUtf8(int length)
    {
        var text = new string('é', length);
        var key = HashKey.LoadOrCreate(Path);

        key.Hash(text).ShouldBe(Reference(File.ReadAllBytes(Path), text));
    }

    [Fact]
    public void FindingHash_Parts_AllCountAndNothingElse()
    {
        var key = HashKey.Temporary("test");
        var finding = Records.Secret();
        var hash = FindingHash.Of(key, finding, "tenant");

        hash.Length.ShouldBe(16);
        FindingHash.Of(key, finding with { Location = "elsewhere", Count = 7, Severity = Severity.Info }, "tenant").ShouldBe(hash);
        string[] others =
        [
            FindingHash.Of(key, finding, "other"),
            FindingHash.Of(key, finding, tenant: null),
            FindingHash.Of(key, finding with { Type = "t" }, "tenant"),
            FindingHash.Of(key, finding with { Detector = "d" }, "tenant"),
            FindingHash.Of(key, finding with { Value = new MatchedText("other") }, "tenant"),
            FindingHash.Of(HashKey.Temporary("test"), finding, "tenant"),
        ];
        others.ShouldNotContain(hash);
        others.Distinct().Count().ShouldBe(others.Length);
    }

    [Fact]
    public void FindingHash_LongValues_DifferInEveryCharacter()
    {
        var key = HashKey.Temporary("test");

        // Wherever a piece ends: of two characters outside the basic plane the halves would be the same.
        for (var length = 100; length < 600; length++)
        {
            var start = new string('a', length);
            Hash(start + "\U0001F600").ShouldNotBe(Hash(start + "\U0001F601"));
        }

        string Hash(string value) => FindingHash.Of(key, Records.Secret() with { Value = new MatchedText(value) }, null);
    }

    [Fact]
    public void FindingHash_ReportsOfTheHost_DifferByTheirWords()
    {
        var key = HashKey.Temporary("test");
        var finding = Records.Secret() with { Value = default, Origin = FindingOrigin.Framework, Detail = "17 bytes" };

        FindingHash.Of(key, finding, null).ShouldNotBe(FindingHash.Of(key, finding with { Detail = "18 bytes" }, null));
    }

    private static string Reference(byte[] key, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
