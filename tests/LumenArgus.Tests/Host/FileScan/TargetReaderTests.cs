using System.Text;
using LumenArgus.Host.FileScan.Inputs;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Host.FileScan;

public sealed class TargetReaderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void ReadFile_LargerThanTheLimit_SaysWhatIsLeftOut()
    {
        var target = new TargetReader(4).ReadFile(_temp.Write("a", "123456"), "a", "a");

        Encoding.UTF8.GetString(target.Body).ShouldBe("1234");
        target.LeftOut.ShouldBe("2 bytes lie beyond proxy.max_body_size (4)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(70_000)]
    public void ReadStream_AnyLength_IsComplete(int length)
    {
        using var stream = new MemoryStream(Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26))).ToArray());

        var target = new TargetReader(70_000).ReadStream(stream, "stdin");

        target.Body.ShouldBe(stream.ToArray());
        target.LeftOut.ShouldBeNull();
        target.SourceFile.ShouldBeNull();
    }

    [Fact]
    public void ReadStream_Utf16AndUtf32_BecomeUtf8()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            using var stream = new MemoryStream([.. encoding.Preamble, .. encoding.GetBytes("pass=é")]);

            var target = new TargetReader(1000).ReadStream(stream, "stdin");

            Encoding.UTF8.GetString(target.Body).ShouldBe("pass=é");
            target.IsBinary.ShouldBeFalse();
        }
    }

    [Fact]
    public void ReadStream_WithNul_IsBinary()
    {
        using var stream = new MemoryStream("ab\0cd"u8.ToArray());

        new TargetReader(1000).ReadStream(stream, "stdin").IsBinary.ShouldBeTrue();
    }

    [Fact]
    public void Walk_Folder_GivesFilesInOrderWithoutLinksAndGit()
    {
        foreach (var name in new[] { "b/2.txt", "b/1.txt", "a.txt", ".git/config", ".env", "c/empty" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_temp.File(name))!);
            _temp.Write(name, name.EndsWith("empty", StringComparison.Ordinal) ? "" : "x");
        }

        Directory.CreateSymbolicLink(_temp.File("loop"), _temp.Root);
        File.CreateSymbolicLink(_temp.File("link"), _temp.File("a.txt"));
        var problems = new List<string>();
        var walker = new FileWalker(problems.Add);

        var files = walker.Walk(_temp.Root).Select(path => Path.GetRelativePath(_temp.Root, path)).ToArray();

        files.ShouldBe([".env", "a.txt", "b/1.txt", "b/2.txt"]);
        walker.Links.ShouldBe(2);
        problems.ShouldBeEmpty();
        walker.Walk(_temp.File("missing")).ShouldBeEmpty();
        problems.ShouldHaveSingleItem();
    }
}
