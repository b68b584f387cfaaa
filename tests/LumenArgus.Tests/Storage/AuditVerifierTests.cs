using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LumenArgus.Storage.Audit;
using LumenArgus.Storage.Audit.Reading;
using LumenArgus.Storage.Audit.Verification;

namespace LumenArgus.Tests.Storage;

public sealed class AuditVerifierTests : IDisposable
{
    private const int Lines = 8;

    private readonly TempFolder _temp = new();
    private readonly FixedClock _clock = new(AuditEntries.Time);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Check_WholeFile_SaysSoAndGivesTheLastHash()
    {
        var file = await WriteAsync();

        var report = Check(file).ShouldHaveSingleItem();

        (report.State, report.Lines, report.Note).ShouldBe((AuditFileState.Whole, Lines, null));
        report.LastHash.ShouldBe(HashOf(File.ReadAllLines(file)[^1]));
    }

    [Fact]
    public async Task AppendAsync_Chained_EachLineHasTheHashOfTheOneBefore()
    {
        var lines = File.ReadAllLines(await WriteAsync());

        lines[0].ShouldEndWith($",\"previous_hash\":\"{new string('0', 64)}\"}}");
        for (var i = 1; i < lines.Length; i++)
        {
            lines[i].ShouldEndWith($",\"previous_hash\":\"{HashOf(lines[i - 1])}\"}}");
        }
    }

    [Fact]
    public async Task Check_AnyChange_IsFound()
    {
        var original = await File.ReadAllBytesAsync(await WriteAsync());
        var last = original.AsSpan()[..^1].LastIndexOf((byte)'\n') + 1;

        // A change of the last line shows only with the hash that was kept.
        var kept = Convert.ToHexStringLower(SHA256.HashData(original.AsSpan(last)));
        var change = Gen.Choose(0, original.Length - 1).SelectMany(static _ => Gen.Choose(1, 255), static (place, bits) => (place, bits));
        Prop.ForAll(change.ToArbitrary(), each =>
        {
            var bytes = original.ToArray();
            bytes[each.place] ^= (byte)each.bits;
            return each.place < last ? IsBroken(bytes) : IsBroken(bytes, kept);
        }).QuickCheckThrowOnFailure();
        IsBroken(original, kept).ShouldBeFalse();
    }

    [Fact]
    public async Task Check_LineTakenAddedOrMoved_IsFound()
    {
        var lines = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await WriteAsync())).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line + "\n").ToList();
        for (var i = 0; i < Lines; i++)
        {
            if (i < Lines - 1)
            {
                BrokenLine([.. lines[..i], .. lines[(i + 1)..]]).ShouldBe(i + 1, "taken away");
            }

            for (var j = 0; j < Lines; j++)
            {
                BrokenLine([.. lines[..i], lines[j], .. lines[i..]]).ShouldBe(i == j && i == 0 ? 2 : i == j ? i + 2 : i + 1, "copied");
                if (j > i)
                {
                    var swapped = lines.ToList();
                    (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                    BrokenLine(swapped).ShouldBe(i + 1, "swapped");
                }
            }

            BrokenLine([.. lines[..i], "{\"timestamp\":\"2026-03-16T14:30:00.000Z\"}\n", .. lines[i..]]).ShouldBe(i == 0 ? 2 : i + 1, "without a hash");
        }
    }

    [Fact]
    public async Task Check_HalfLineAtTheEnd_IsNoTampering()
    {
        var file = await WriteAsync();
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..^40]);

        var report = Check(file).ShouldHaveSingleItem();

        (report.State, report.Lines).ShouldBe((AuditFileState.Whole, Lines - 1));
        report.Note.ShouldNotBeNull().ShouldContain("half line");
    }

    [Fact]
    public async Task Check_LinesCutOffAtTheEnd_ShowsWithTheHashThatWasKept()
    {
        var file = await WriteAsync();
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllTextAsync(file, string.Join('\n', lines[..^2]) + "\n");

        Check(file).ShouldHaveSingleItem().State.ShouldBe(AuditFileState.Whole);
        var verifier = new AuditVerifier(HashOf(lines[^1]));
        verifier.Check([file]);
        verifier.HasExpected.ShouldBeFalse();
        var earlier = new AuditVerifier(HashOf(lines[2]));
        earlier.Check([file]);
        earlier.HasExpected.ShouldBeTrue();
    }

    [Fact]
    public async Task Check_FilesOfOneProcess_AreOneChain()
    {
        await AuditEntries.WriteAsync(_temp.Root, _clock, new AuditFileOptions { HashChain = true, MaxBytes = 1500 }, Entries(12));
        var files = AuditFolder.Files(_temp.Root);
        files.Count.ShouldBeGreaterThan(2);
        Check([.. files]).ShouldAllBe(static report => report.State == AuditFileState.Whole && report.Note == null);

        // The end of a file that goes on in another one.
        var lines = await File.ReadAllLinesAsync(files[0]);
        await File.WriteAllTextAsync(files[0], string.Join('\n', lines[..^1]) + "\n");
        var reports = Check([.. files]);
        (reports[1].State, reports[1].BrokenLine).ShouldBe((AuditFileState.Broken, 1));
        reports[1].Problem.ShouldNotBeNull().ShouldContain(Path.GetFileName(files[0]));

        // A file that is gone can have been too old.
        var without = Check([.. files.Skip(1)]);
        without.ShouldAllBe(static report => report.State == AuditFileState.Whole);
        without[0].Note.ShouldNotBeNull().ShouldContain(Path.GetFileName(files[0]));

        // A copy of a file under another name.
        File.Copy(files[1], _temp.File("guard-20260401-000000.jsonl"));
        Check([.. files.Skip(1), _temp.File("guard-20260401-000000.jsonl")])[^1].State.ShouldBe(AuditFileState.Broken);
    }

    [Fact]
    public async Task Check_FirstLineOfAContinuedFileTaken_IsFound()
    {
        await AuditEntries.WriteAsync(_temp.Root, _clock, new AuditFileOptions { HashChain = true, MaxBytes = 1500 }, Entries(12));
        var second = AuditFolder.Files(_temp.Root)[1];
        await File.WriteAllTextAsync(second, string.Join('\n', (await File.ReadAllLinesAsync(second))[1..]) + "\n");

        Check(second).ShouldHaveSingleItem().State.ShouldBe(AuditFileState.Broken);
    }

    [Fact]
    public async Task Check_FileWithoutAChain_IsNotBroken()
    {
        await AuditEntries.WriteAsync(_temp.Root, _clock, new AuditFileOptions(), Entries(3));

        Check([.. AuditFolder.Files(_temp.Root)]).ShouldHaveSingleItem().State.ShouldBe(AuditFileState.Unchained);
        Check(_temp.Write("guard-20260501-000000.jsonl", "")).ShouldHaveSingleItem().State.ShouldBe(AuditFileState.Empty);
    }

    [Fact]
    public async Task Options_ChainTurnedOnAndOff_BeginsNewFiles()
    {
        await using (var log = new AuditLog(_temp.Root, _clock))
        {
            await log.AppendAsync(AuditEntries.Of(0), durable: true);
            log.Options = new AuditFileOptions { HashChain = true };
            await log.AppendAsync(AuditEntries.Of(1), durable: true);
            await log.AppendAsync(AuditEntries.Of(2), durable: true);
            log.Options = new AuditFileOptions();
            await log.AppendAsync(AuditEntries.Of(3), durable: true);
        }

        Check([.. AuditFolder.Files(_temp.Root)]).Select(static report => (report.State, report.Lines))
            .ShouldBe([(AuditFileState.Unchained, 1), (AuditFileState.Whole, 2), (AuditFileState.Unchained, 1)]);
    }

    [Fact]
    public void Rollback_LinesThatWereNotWritten_AreNotInTheChain()
    {
        var chain = new AuditChain();
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        chain.ContinueIn("guard-20260101-000000.jsonl");
        chain.Append(output, "{\"a\":1}\n"u8);
        chain.Rollback();
        output.ResetWrittenCount();
        chain.Append(output, "{\"a\":2}\n"u8);

        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe($"{{\"a\":2,\"previous_file\":\"guard-20260101-000000.jsonl\",\"previous_hash\":\"{new string('0', 64)}\"}}\n");
    }

    [Fact]
    public void Read_LinesOfEverySize_AreWhole()
    {
        var sizes = new[] { 0, 1, 131_070, 131_071, 131_072, 131_073, 3, 400_000, 2 };
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(sizes.Select(static size => new string('x', size) + "\n")) + "half"));

        var lines = AuditLines.Read(stream).Select(static line => (line.Number, line.Bytes.Length, line.IsWhole)).ToArray();

        lines.ShouldBe([.. sizes.Select(static (size, i) => ((long)i + 1, size + 1, true)), (sizes.Length + 1, 4, false)]);
    }

    private static IEnumerable<AuditEntry> Entries(int count) => Enumerable.Range(0, count).Select(static id => AuditEntries.Of(id));

    private static IReadOnlyList<AuditFileReport> Check(params string[] files) => new AuditVerifier().Check(files);

    private static string HashOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line + "\n")));

    private async Task<string> WriteAsync()
    {
        await AuditEntries.WriteAsync(_temp.Root, _clock, new AuditFileOptions { HashChain = true }, Entries(Lines));
        return AuditFolder.Files(_temp.Root)[0];
    }

    private bool IsBroken(byte[] content, string? expected = null)
    {
        var path = _temp.File("changed.jsonl");
        File.WriteAllBytes(path, content);
        var verifier = new AuditVerifier(expected);
        return verifier.Check([path])[0].State != AuditFileState.Whole || !verifier.HasExpected;
    }

    private long BrokenLine(IEnumerable<string> lines) => Check(_temp.Write("changed.jsonl", string.Concat(lines)))[0].BrokenLine;
}
