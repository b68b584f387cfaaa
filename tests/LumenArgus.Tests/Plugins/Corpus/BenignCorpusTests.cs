using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;
using Xunit.Abstractions;

namespace LumenArgus.Tests.Plugins.Corpus;

/// <summary>Published code and documentation raises next to no alarm; see tests/corpus/README.md.</summary>
public sealed class BenignCorpusTests(HeavyCorpus corpus, ITestOutputHelper output) : IClassFixture<HeavyCorpus>
{
    private const long FewestBytes = 20_000_000;
    private const long BytesPerFinding = 5_000_000;

    private static readonly HashSet<string> Generic = [.. PluginUnderTest.All.Rules.Where(rule => rule.Generic).Select(rule => rule.Name)];

    private static readonly RuleIndex Index = RuleRunner.Build(PluginUnderTest.All).Index;

    [Fact]
    public async Task Scan_PublishedPackages_RaisesNextToNothing()
    {
        _ = corpus;
        var files = CorpusFiles.Find();
        var findings = new ConcurrentBag<CorpusFinding>();
        var bytes = 0L;
        await Parallel.ForEachAsync(files.All, async (file, cancellationToken) =>
        {
            var text = await File.ReadAllTextAsync(file.Path, cancellationToken);
            Interlocked.Add(ref bytes, text.Length);
            foreach (var finding in Scan(file.Name, text))
            {
                findings.Add(finding);
            }
        });

        var severe = findings.Where(finding => finding.Severity >= Severity.High).OrderBy(finding => finding.ToString(), StringComparer.Ordinal).ToList();
        await File.WriteAllLinesAsync(Path.Combine(CorpusPaths.Folder, "findings.txt"), findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal));
        output.WriteLine($"{files.All.Count} files, {bytes / 1e6:0.0} million characters, sha256 {files.Hash()}");
        output.WriteLine(string.Join('\n', findings.GroupBy(finding => finding.Type).Select(type => $"{type.Key}: {type.Count()}, {type.Count() * 1e6 / bytes:0.00} per MB").Order(StringComparer.Ordinal)));
        output.WriteLine(string.Join('\n', severe));

        bytes.ShouldBeGreaterThan(FewestBytes);
        severe.Where(finding => Generic.Contains(finding.Type)).ShouldBeEmpty();
        severe.GroupBy(finding => (finding.Type, finding.File)).Where(group => group.Count() > Known(group.Key.Type, group.Key.File)).Select(group => group.First()).ShouldBeEmpty();
        (severe.Count * BytesPerFinding).ShouldBeLessThanOrEqualTo(bytes);
    }

    [Fact]
    public void Scan_PackageWithAPlantedPassword_RaisesIt()
    {
        var file = CorpusFiles.Find().All.First(file => file.Name == "lodash/lodash.js");
        var text = File.ReadAllText(file.Path);

        var findings = Scan(file.Name, text.Insert(text.Length / 2, "\nvar password = 'hV7!" + "kq92LmzPw';\n"));

        findings.Select(finding => finding.Type).ShouldBe(["generic_password"]);
    }

    private static int Known(string type, string file) => KnownFindings.All.Where(known => known.Type == type && known.File == file).Sum(known => known.Most);

    private static IEnumerable<CorpusFinding> Scan(string name, string text)
    {
        var content = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        using var document = BodyDocument.Parse(Encoding.UTF8.GetBytes($$$"""{"messages":[{"role":"user","content":"{{{content}}}"}]}"""));
        var collector = new FindingCollector(document);
        Index.Scan(document, collector, new ScanCounters());
        return [.. collector.ToFindings().Select(finding => new CorpusFinding(finding.Severity, finding.Type, name, LineOf(text, finding.Value.Reveal())))];
    }

    private static int LineOf(string text, ReadOnlySpan<char> value)
    {
        var at = text.AsSpan().IndexOf(value, StringComparison.Ordinal);
        return at < 0 ? 0 : 1 + text.AsSpan(0, at).Count('\n');
    }
}
