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

    [Fact]
    public void Read_Nothing_IsNothing() => Read("").ShouldBeEmpty();

    private static IReadOnlyList<ScanTarget> Read(string diff) => DiffReader.Read(Encoding.UTF8.GetBytes(diff));
}
