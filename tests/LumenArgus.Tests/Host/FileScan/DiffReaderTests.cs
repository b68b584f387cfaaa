using System.Text;
using LumenArgus.Host.FileScan.Inputs;

namespace LumenArgus.Tests.Host.FileScan;

public sealed class DiffReaderTests
{
    [Fact]
    public void Read_Hunks_GiveAddedLinesWithTheirNumbers()
    {
        var target = Read("""
            diff --git a/src/a.txt b/src/a.txt
            index 1..2 100644
            --- a/src/a.txt
            +++ b/src/a.txt
            @@ -3,2 +3,2 @@ void f()
            -old
            -++ b/looks/like/a/header
            +one
            +++ two
            @@ -9 +10 @@
            -x
            +three
            \ No newline at end of file
            diff --git a/gone.txt b/gone.txt
            --- a/gone.txt
            +++ /dev/null
            @@ -1 +0,0 @@
            -bye

            """).ShouldHaveSingleItem();

        target.Name.ShouldBe("src/a.txt");
        target.SourceFile.ShouldBe("src/a.txt");
        Encoding.UTF8.GetString(target.Body).ShouldBe("one\n++ two\n\nthree\n");
        target.LineNumbers.ShouldBe([3, 4, 0, 10]);
    }

    [Fact]
    public void Read_NewFiles_AreApart() => Read("""
        diff --git a/a b/a
        new file mode 100644
        --- /dev/null
        +++ b/a
        @@ -0,0 +1,2 @@
        +1
        +
        diff --git a/b b/b
        --- /dev/null
        +++ b/b
        @@ -0,0 +1 @@
        +3

        """).Select(target => (target.Name, Encoding.UTF8.GetString(target.Body))).ShouldBe([("a", "1\n\n"), ("b", "3\n")]);

    [Theory]
    [InlineData("+++ \"b/tab\\there \\\"q\\\" \\303\\251\"", "tab\there \"q\" é")]
    [InlineData("+++ b/with space\t", "with space")]
    public void Read_UnusualName_IsReadBack(string header, string expected) =>
        Read($"diff --git a/x b/x\n--- /dev/null\n{header}\n@@ -0,0 +1 @@\n+x\n").Single().Name.ShouldBe(expected);

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", false)]
    public void Read_WideEncoding_GivesTheLinesAsUtf8(string name, bool fromStart)
    {
        // As git does it: a line ends at the byte 0x0A. The last one has no line end.
        var encoding = Encoding.GetEncoding(name);
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes("key one\r\n\r\nkey two\nkey three")];
        var lines = Lines(file).Skip(fromStart ? 0 : 2).ToList();
        var diff = new List<byte>(Encoding.ASCII.GetBytes($"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +{(fromStart ? 1 : 3)},{lines.Count} @@\n"));
        foreach (var line in lines)
        {
            diff.AddRange([(byte)'+', .. line, (byte)'\n']);
        }

        var target = DiffReader.Read([.. diff]).ShouldHaveSingleItem();

        target.IsBinary.ShouldBeFalse();
        var text = Encoding.UTF8.GetString(target.Body);
        text.ShouldBe(fromStart ? "key one\r\n\r\nkey two\nkey three\n" : "key two\nkey three\n");
        target.LineNumbers.ShouldBe(fromStart ? [1, 2, 3, 4] : [3, 4]);
    }

    [Fact]
    public void Read_WideEncodingOfAnotherScript_IsReadInItsByteOrder()
    {
        byte[] body = [.. "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +3,1 @@\n+"u8, 0, .. Encoding.Unicode.GetBytes("пароль = ключ"), .. "\n"u8];

        Encoding.UTF8.GetString(DiffReader.Read(body).Single().Body).ShouldBe("пароль = ключ\n");
    }

    [Fact]
    public void Read_BinaryFile_StaysAsItIs()
    {
        byte[] body = [.. "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +1,2 @@\n+ab\0\0cd\n+efgh\n"u8];

        var target = DiffReader.Read(body).Single();

        target.IsBinary.ShouldBeTrue();
        target.Body.ShouldBe("ab\0\0cd\nefgh\n"u8.ToArray());
    }

    [Theory]
    [InlineData("a\0b=AKIAQ3EGRZTUVWXY2345\0")]
    [InlineData("\0KEY=AKIAQ3EGRZTUVWXY2345")]
    [InlineData("KEY=AKIAQ3EGRZTUVWXY2345\0\n\0\nx\0")]
    public void Read_PlainTextBesideNul_IsNotTakenForAWideEncoding(string added)
    {
        var body = $"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +1,{added.Split('\n').Length} @@\n+{added.Replace("\n", "\n+", StringComparison.Ordinal)}\n";

        Encoding.UTF8.GetString(Read(body).Single().Body).ShouldBe(added + "\n");
    }

    [Fact]
    public void Read_Nothing_IsNothing() => Read("").ShouldBeEmpty();

    private static IEnumerable<byte[]> Lines(byte[] file)
    {
        var start = 0;
        while (start < file.Length)
        {
            var end = Array.IndexOf(file, (byte)'\n', start) is >= 0 and var found ? found : file.Length;
            yield return file[start..end];
            start = end + 1;
        }
    }

    private static IReadOnlyList<ScanTarget> Read(string diff) => DiffReader.Read(Encoding.UTF8.GetBytes(diff));
}
