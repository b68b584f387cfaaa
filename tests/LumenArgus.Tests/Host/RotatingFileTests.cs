using LumenArgus.Host.Logging;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Host;

public sealed class RotatingFileTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Write_FileIsFull_KeepsTheNewestBackups()
    {
        using (var file = new RotatingFile(_temp.Root, maxBytes: 10, backups: 2))
        {
            foreach (var line in new[] { "one one\n", "two two\n", "three\n", "4\n", "five five\n" })
            {
                file.Write(line);
            }
        }

        Contents().ShouldBe(["lumen-argus.log=five five\n", "lumen-argus.log.1=three\n4\n", "lumen-argus.log.2=two two\n"]);
    }

    [Fact]
    public void Write_NoBackups_StartsAnew()
    {
        using (var file = new RotatingFile(_temp.Root, maxBytes: 10, backups: 0))
        {
            file.Write("one one\n");
            file.Write("two two\n");
        }

        Contents().ShouldBe(["lumen-argus.log=two two\n"]);
    }

    [Fact]
    public void Write_ExistingFile_AppendsAndTightensTheMode()
    {
        var path = _temp.Write("lumen-argus.log", "old\n");
        using (var file = new RotatingFile(_temp.Root, maxBytes: 10, backups: 1))
        {
            file.Write("new\n");
        }

        File.ReadAllText(path).ShouldBe("old\nnew\n");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Write_TwoWriters_OverwriteNothing()
    {
        using (var first = new RotatingFile(_temp.Root, maxBytes: 1000, backups: 1))
        using (var second = new RotatingFile(_temp.Root, maxBytes: 1000, backups: 1))
        {
            first.Write("a\n");
            second.Write("b\n");
            first.Write("c\n");
        }

        Contents().ShouldBe(["lumen-argus.log=a\nb\nc\n"]);
    }

    private IEnumerable<string> Contents() =>
        Directory.GetFiles(_temp.Root).Order().Select(path => $"{Path.GetFileName(path)}={File.ReadAllText(path)}");
}
