using LumenArgus.Abstractions.Model;
using LumenArgus.Host.FileScan;
using LumenArgus.Host.FileScan.Baselines;
using LumenArgus.Scanning.Findings;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Host.FileScan;

public sealed class BaselineTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Write_ThenRead_KnowsExactlyTheFindings()
    {
        var recorder = new BaselineRecorder();
        recorder.Add(Report("a.txt", Found("secret-1"), Found("secret-2")));
        recorder.Write(_temp.File("baseline.json"), TimeProvider.System);

        var baseline = BaselineFile.Read(_temp.File("baseline.json"), out var problem);

        problem.ShouldBeNull();
        baseline.Contains("a.txt", Found("secret-1")).ShouldBeTrue();
        baseline.Contains("a.txt", Found("secret-3")).ShouldBeFalse();
        baseline.Contains("b.txt", Found("secret-1")).ShouldBeFalse();
        baseline.Contains("a.txt", Found("secret-1") with { Type = "other" }).ShouldBeFalse();
        Directory.GetFiles(_temp.Root).ShouldHaveSingleItem();
    }

    [Fact]
    public void Write_DiskThatIsFull_LeavesTheOldFileAndNothingBesideIt()
    {
        var path = _temp.Write("baseline.json", "old");

        Should.Throw<IOException>(() => BaselineFile.Write(path, ValueHash.Create(), new FullDisk(), TimeProvider.System));

        Directory.GetFiles(_temp.Root).ShouldBe([path]);
        File.ReadAllText(path).ShouldBe("old");
    }

    [Fact]
    public void Write_File_HoldsNeitherValuesNorFullHashes()
    {
        var recorder = new BaselineRecorder();
        recorder.Add(Report("a.txt", Found("secret-1")));
        recorder.Write(_temp.File("baseline.json"), TimeProvider.System);

        var text = File.ReadAllText(_temp.File("baseline.json"));

        text.ShouldNotContain("secret-1");
        text.ShouldContain("\"generated_at\": \"");
        text.ShouldContain("\"count\": 1");
        System.Text.RegularExpressions.Regex.IsMatch(text, "\"value_hash\": \"[0-9a-f]{6}\"").ShouldBeTrue();
    }

    [Fact]
    public void Read_FileOfTheOriginal_KnowsItsFullHashes()
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("secret-1"u8));
        var path = _temp.Write(
            "old.json",
            $$"""{"version":"1","generated_at":"2026-01-01T00:00:00Z","count":1,"findings":[{"detector":"secrets","type":"key","file":"a.txt","value_hash":"{{hash}}"}]}""");

        var baseline = BaselineFile.Read(path, out _);

        baseline.Contains("a.txt", Found("secret-1")).ShouldBeTrue();
        baseline.Contains("a.txt", Found("secret-2")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"findings":[{"detector":"secrets"}]}""")]
    [InlineData("""{"hash":{"name":"pbkdf2-sha256-24","iterations":2000000000,"salt":"00"},"findings":[]}""")]
    [InlineData("""{"hash":{"name":"md5"},"findings":[]}""")]
    public void Read_NoBaseline_IsAProblemAndEmpty(string text)
    {
        var baseline = BaselineFile.Read(_temp.Write("bad.json", text), out var problem);

        problem.ShouldBe("is not a baseline file");
        baseline.Contains("a.txt", Found("secret-1")).ShouldBeFalse();
    }

    [Fact]
    public void Contains_FindingOfTheHost_IsNeverKnown()
    {
        var recorder = new BaselineRecorder();
        recorder.Add(Report("a.txt", FrameworkFindings.Unscanned(1, "why")));

        recorder.Count.ShouldBe(0);
    }

    private static Finding Found(string value) =>
        new() { Detector = "secrets", Type = "key", Severity = Severity.High, Location = "body", Value = new MatchedText(value) };

    private static FileReport Report(string name, params Finding[] findings) =>
        new(name) { Findings = [.. findings.Select(finding => new LocatedFinding(finding, null, null))] };

    // Breaks off in the middle of the file.
    private sealed class FullDisk : IReadOnlyCollection<BaselineEntry>
    {
        public int Count => 1;

        public IEnumerator<BaselineEntry> GetEnumerator() => throw new IOException("no space left");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
