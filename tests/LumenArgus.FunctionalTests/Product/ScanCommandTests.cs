using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LumenArgus.Host.FileScan.Inputs;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;

namespace LumenArgus.FunctionalTests.Product;

/// <summary><c>lumen-argus scan</c> over files, folders, standard input and diffs.</summary>
public sealed class ScanCommandTests : IDisposable
{
    private const string Line = "aws_key = " + Bodies.AwsKey;

    private readonly ScanFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Scan_Folder_TellsFilesInOrderWithPlaces()
    {
        _fixture.Write("src/b.txt", "first\n  " + Line + "\n" + Line + "\n");
        _fixture.Write("src/a.json", $$"""{"config": {"key": "{{Bodies.AwsKey}}"} }""");
        _fixture.Write("clean.txt", "nothing here\n");
        _fixture.Write(".git/config", Line);

        var result = await _fixture.RunAsync("scan", ".", "--format", "json");

        result.ExitCode.ShouldBe(2);
        result.Lines.Select(static line => line.GetProperty("file").GetString()).ShouldBe(["src/a.json", "src/b.txt"]);
        var json = result.Lines[0].GetProperty("findings").EnumerateArray().Single(IsKey);
        (Text(json, "detector"), Text(json, "severity"), Text(json, "location"), Text(json, "path")).ShouldBe(("secrets", "critical", "src/a.json", "config.key"));
        (Number(json, "line"), Number(json, "column"), Number(json, "end_column")).ShouldBe((1, 21, 41));
        var text = result.Lines[1];
        Number(text, "exit_code").ShouldBe(2);
        Number(text, "count").ShouldBe(text.GetProperty("findings").GetArrayLength());
        var finding = text.GetProperty("findings").EnumerateArray().Single(IsKey);
        (Number(finding, "count"), Number(finding, "line"), Number(finding, "column")).ShouldBe((2, 2, 13));
        Text(finding, "action").ShouldBe("alert");
        Text(finding, "value_preview").ShouldBe("AKIA****");
    }

    [Fact]
    public async Task Scan_Text_IsOnStandardErrorAndMasked()
    {
        _fixture.Write("a.txt", Line + "\n");

        var result = await _fixture.RunAsync("scan", "a.txt");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("lumen-argus: a.txt — ");
        result.Error.ShouldContain("  [CRITICAL] secrets: aws_access_key 1:11 AKIA****");
        result.Error.ShouldContain("1 file(s)");
    }

    [Theory]
    [InlineData("hello", "[]", 0, "clean")]
    [InlineData(Line, "", 2, "findings")]
    public async Task Scan_StandardInput_AlwaysHasAStatus(string input, string findings, int code, string status)
    {
        var result = await _fixture.RunAsync(input, ["scan", "-f", "json"]);

        result.ExitCode.ShouldBe(code);
        var line = result.Lines.ShouldHaveSingleItem();
        Text(line, "status").ShouldBe(status);
        line.GetProperty("findings").GetRawText().ShouldContain(findings);
        line.TryGetProperty("file", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("block", 1)]
    [InlineData("redact", 2)]
    [InlineData("alert", 2)]
    [InlineData("log", 3)]
    public async Task Scan_Action_IsTheExitCode(string action, int code) =>
        (await _fixture.RunAsync(Line, ["scan", "--action", action])).ExitCode.ShouldBe(code);

    [Fact]
    public async Task Scan_FilesThatCannotBeRead_AreToldAndFail()
    {
        _fixture.Write("a.txt", "clean");

        var result = await _fixture.RunAsync("scan", "a.txt", "missing.txt", "-f", "json");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("missing.txt does not exist");
        result.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    public async Task Scan_ArchiveOrDocument_IsReadInside(string name)
    {
        await File.WriteAllBytesAsync(_fixture.File(name), name.EndsWith(".pdf", StringComparison.Ordinal) ? Pdf(Line) : Zip(Zip(Encoding.ASCII.GetBytes(Line))));

        var result = await _fixture.RunAsync("scan", ".", "--format", "json");

        result.ExitCode.ShouldBe(2);
        var file = result.Lines.ShouldHaveSingleItem();
        Text(file, "file").ShouldBe(name);
        var finding = file.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        (Text(finding, "type"), Text(finding, "location"), Text(finding, "value_preview")).ShouldBe(("aws_access_key", name, "AKIA****"));
    }

    [Fact]
    public async Task Scan_DocumentThatCannotBeRead_IsToldAsNotScanned()
    {
        _fixture.Write("closed.pdf", "%PDF-1.7 trailer << /Encrypt 2 0 R >>");
        await File.WriteAllBytesAsync(_fixture.File("cut.zip"), Zip(Encoding.ASCII.GetBytes(Line))[..60]);

        var result = await _fixture.RunAsync("scan", ".");

        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain("unscanned", Case.Sensitive);
        result.Error.ShouldContain("a PDF is encrypted");
        result.Error.ShouldContain("an archive has no directory");
    }

    [Fact]
    public async Task Scan_FolderWithAPipe_TellsItAndFails()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _fixture.Write("a.txt", "clean");
        _fixture.Write("empty.txt", "");
        (await ChildProcess.RunAsync(new ChildProcessStart("mkfifo", [_fixture.File("pipe")]), Limits.Default)).ExitCode.ShouldBe(0);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_fixture.File("socket")));

        var result = await _fixture.RunAsync("scan", ".");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("pipe is not read: it is no file with content");
        result.Error.ShouldContain("socket is not read: it is no file with content");
        result.Error.ShouldNotContain("empty.txt is not read");
    }

    [Fact]
    public async Task Scan_EmptyPath_IsAnErrorOfTheCommandLine()
    {
        _fixture.Write("a.txt", Line);

        var result = await _fixture.RunAsync("scan", "");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("a path is empty");
        result.Error.ShouldNotContain("aws_access_key");
    }

    [Fact]
    public async Task Scan_WithoutAPlugin_Fails()
    {
        _fixture.Write("a.txt", "clean");
        _fixture.Extensions.Add(TestPlugins.Throwing);

        var result = await _fixture.RunAsync("scan", "a.txt");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("scan_error");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("custom_rules: [{name: ticket, pattern: 'INT-\\d{6}'}]", 0)]
    public async Task Scan_WithoutAnyPlugin_SaysThatNothingIsLookedForUnlessThereAreRulesOfOnesOwn(string configuration, int code)
    {
        _fixture.Configure(configuration);
        _fixture.Write("a.txt", Line);
        TestPlugin[] all = [TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary];
        Array.ForEach(all, plugin => _fixture.Extensions.Remove(plugin.Id));

        var result = await _fixture.RunAsync("scan", "a.txt");

        result.ExitCode.ShouldBe(code);
        result.Error.Contains("nothing is looked for: no plugin is loaded", StringComparison.Ordinal).ShouldBe(code == 1, result.Error);
    }

    [Fact]
    public async Task Scan_WithoutAnyPlugin_LooksForImportedRules()
    {
        _fixture.Write("rules.json", """
            {"version": "1", "tier": "custom", "rules": [{
              "name": "good", "detector": "mine", "severity": "high", "title": "Good", "source": "https://example.com/format",
              "pattern": "good_[a-z]{8}", "positives": ["good_abcdefgh", "x good_abcdefgh", "good_hgfedcba"],
              "negatives": ["good_abc", "bad_abcdefgh", "good-abcdefgh"], "evasions": ["\"good_abcdefgh\""]}]}
            """);
        (await _fixture.RunAsync("rules", "import", "--file", "rules.json")).ExitCode.ShouldBe(0);
        TestPlugin[] all = [TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary];
        Array.ForEach(all, plugin => _fixture.Extensions.Remove(plugin.Id));

        (await _fixture.RunAsync("nothing", ["scan"])).ExitCode.ShouldBe(0);
        (await _fixture.RunAsync("good_abcdefgh", ["scan"])).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Scan_NamesThatAreNotUtf8_AreToldAndFail()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _fixture.Write("a.txt", "clean");
        await ShellAsync("""printf '%s' "$1" > "$(printf 'caf\351.txt')"; mkdir "$(printf 'd\351')"; printf '%s' "$1" > "$(printf 'd\351/b.txt')" """, Line);

        var result = await _fixture.RunAsync("scan", ".");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("/caf?.txt is not scanned: its name is not UTF-8");
        result.Error.ShouldContain("/d? is not scanned: its name is not UTF-8");
        result.Error.ShouldContain("2 NOT READ");
        var named = await _fixture.RunAsync("scan", "caf\uFFFD.txt");
        (named.ExitCode, named.Error.Contains("caf?.txt is not scanned: its name is not UTF-8", StringComparison.Ordinal)).ShouldBe((1, true), named.Error);
    }

    [Fact]
    public async Task Scan_NamesWithTheReplacementCharacter_HideNoneThatIsNotUtf8()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _fixture.Write("caf\uFFFD.txt", Line);
        var alone = await _fixture.RunAsync("scan", ".");
        await ShellAsync("""printf '%s' "$1" > "$(printf 'caf\351.txt')" """, Line);
        var both = await _fixture.RunAsync("scan", ".");

        (alone.ExitCode, alone.Error.Contains("aws_access_key", StringComparison.Ordinal)).ShouldBe((2, true), alone.Error);
        (both.ExitCode, both.Error.Contains("aws_access_key", StringComparison.Ordinal)).ShouldBe((1, true), both.Error);
        both.Error.ShouldContain("is not scanned: its name is not UTF-8");
    }

    [Theory]
    [InlineData("--baseline", 2, "warning: the baseline sub cannot be read: it is a folder, not a file")]
    [InlineData("--create-baseline", 1, "the baseline sub cannot be written: it is a folder, not a file")]
    public async Task Scan_BaselineIsAFolder_SaysSo(string option, int code, string problem)
    {
        Directory.CreateDirectory(_fixture.File("sub"));
        _fixture.Write("a.txt", Line);

        var result = await _fixture.RunAsync("scan", "a.txt", option, "sub");

        result.ExitCode.ShouldBe(code);
        result.Error.ShouldContain(problem);
        Directory.EnumerateFileSystemEntries(_fixture.Project).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Scan_BinaryFile_IsScannedAndSaysSo()
    {
        _fixture.Write("core.bin", "\0\0" + Line + "\0");

        var line = (await _fixture.RunAsync("scan", "core.bin", "-f", "json")).Lines.Single();

        line.GetProperty("binary").GetBoolean().ShouldBeTrue();
        var finding = line.GetProperty("findings").EnumerateArray().Single(IsKey);
        Number(finding, "byte_offset").ShouldBe(12);
        finding.TryGetProperty("line", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Scan_FileName_IsHeldAgainstTheRulesForNames()
    {
        _fixture.Write("server.pem", "nothing\n");

        var line = (await _fixture.RunAsync("scan", "server.pem", "-f", "json")).Lines.ShouldHaveSingleItem();

        Text(line.GetProperty("findings")[0], "detector").ShouldBe("proprietary");
    }

    [Fact]
    public async Task Scan_LargerThanTheLimit_IsAFinding()
    {
        _fixture.Configure("proxy: {max_body_size: 1024}");
        _fixture.Write("a.txt", new string('a', 3000));

        var result = await _fixture.RunAsync("scan", "a.txt", "-f", "json");

        result.ExitCode.ShouldBe(2);
        var finding = result.Lines.Single().GetProperty("findings")[0];
        Text(finding, "type").ShouldBe("unscanned");
        Text(finding, "detail").ShouldContain("1976 bytes");
    }

    [Fact]
    public async Task Scan_Baseline_KnowsWhatItWasMadeFrom()
    {
        _fixture.Write("a.txt", Line + "\n");

        var created = await _fixture.RunAsync("scan", ".", "--create-baseline", "known.json");
        created.ExitCode.ShouldBe(0);
        File.ReadAllText(_fixture.File("known.json")).ShouldNotContain(Bodies.AwsKey);

        var known = await _fixture.RunAsync("scan", "a.txt", "--baseline", "known.json", "-f", "json");
        (known.ExitCode, known.Output).ShouldBe((0, ""));

        _fixture.Write("a.txt", "\n\n" + Line + "\n" + Line[..^1] + "Q\n");
        var next = await _fixture.RunAsync("scan", "a.txt", "--baseline", "known.json", "-f", "json");
        next.ExitCode.ShouldBe(2);
        Number(next.Lines.Single().GetProperty("findings").EnumerateArray().Single(IsKey), "line").ShouldBe(4);

        var without = await _fixture.RunAsync("scan", "a.txt", "--baseline", "missing.json", "-f", "json");
        without.ExitCode.ShouldBe(2);
        without.Error.ShouldContain("warning: the baseline missing.json cannot be read");
    }

    [Fact]
    public async Task Scan_Diff_SeesAddedLinesOnlyWithTheirNumbers()
    {
        await _fixture.GitAsync("init", "-q");
        _fixture.Write("a.txt", "one\n" + Line + "\nthree\n");
        await _fixture.GitAsync("add", ".");
        await _fixture.GitAsync("commit", "-q", "-m", "first");

        var nothing = await _fixture.RunAsync("scan", "-f", "json", "--diff");
        nothing.ExitCode.ShouldBe(0);
        Text(nothing.Lines.Single(), "status").ShouldBe("clean");

        _fixture.Write("a.txt", "one\n" + Line + "\nthree\nfour\nkey " + Line[..^1] + "Q\n");
        (await _fixture.RunAsync("scan", "-f", "json", "--diff")).ExitCode.ShouldBe(0);
        foreach (var arguments in new string[][] { ["HEAD"], [] })
        {
            var result = await _fixture.RunAsync(["scan", "-f", "json", "--diff", .. arguments]);
            result.ExitCode.ShouldBe(2);
            var line = result.Lines.ShouldHaveSingleItem();
            Text(line, "file").ShouldBe("a.txt");
            var finding = line.GetProperty("findings").EnumerateArray().Single(IsKey);
            (Number(finding, "line"), Number(finding, "column"), Number(finding, "count")).ShouldBe((5, 15, 1));
            await _fixture.GitAsync("add", ".");
        }

        var created = await _fixture.RunAsync("scan", "--create-baseline", "known.json", "--diff");
        created.ExitCode.ShouldBe(0);
        (await _fixture.RunAsync("scan", "--baseline", "known.json", "--diff")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Scan_CreateBaseline_StillFailsForWhatItCannotHold()
    {
        _fixture.Configure("proxy: {max_body_size: 1024}");
        _fixture.Write("a.txt", Line + "\n" + new string('a', 3000));

        var result = await _fixture.RunAsync("scan", "a.txt", "-f", "sarif", "--create-baseline", "known.json");

        result.ExitCode.ShouldBe(2, result.Error);
        Number(result.Document.GetProperty("runs")[0].GetProperty("invocations")[0], "exitCode").ShouldBe(2);
        File.Exists(_fixture.File("known.json")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("known.json", 0)]
    [InlineData("a.txt/known.json", 1)]
    public async Task Scan_CreateBaseline_SarifTellsTheFinalCode(string baseline, int code)
    {
        _fixture.Write("a.txt", Line + "\n");

        var result = await _fixture.RunAsync("scan", "a.txt", "-f", "sarif", "--create-baseline", baseline);

        result.ExitCode.ShouldBe(code);
        var invocation = result.Document.GetProperty("runs")[0].GetProperty("invocations")[0];
        Number(invocation, "exitCode").ShouldBe(code);
        invocation.GetProperty("executionSuccessful").GetBoolean().ShouldBe(code == 0);
    }

    [Fact]
    public async Task Scan_DiffOfAWideFile_FindsTheKey()
    {
        await _fixture.GitAsync("init", "-q");
        await File.WriteAllTextAsync(_fixture.File("a.txt"), "first\r\n" + Line + "\r\n", Encoding.Unicode);
        await _fixture.GitAsync("add", ".");

        var result = await _fixture.RunAsync("scan", "-f", "json", "--diff");

        result.ExitCode.ShouldBe(2);
        Number(result.Lines.Single().GetProperty("findings").EnumerateArray().Single(IsKey), "line").ShouldBe(2);
    }

    [Fact]
    public async Task Scan_DiffInAFolder_IsNotCutByARelativeSetting()
    {
        await _fixture.GitAsync("init", "-q");
        await _fixture.GitAsync("config", "diff.relative", "true");
        _fixture.Write("sub/a.txt", "inside\n");
        _fixture.Write("b.txt", "outside\n");
        await _fixture.GitAsync("add", ".");

        var diff = await GitDiff.ReadAsync(reference: null, [], _fixture.File("sub"), CancellationToken.None);

        DiffReader.Read(diff).Select(static target => target.Name).ShouldBe(["b.txt", "sub/a.txt"]);
    }

    [Fact]
    public async Task Scan_DiffOfAnUnknownCommit_SaysWhatGitSays()
    {
        await _fixture.GitAsync("init", "-q");

        var result = await _fixture.RunAsync("scan", "--diff", "nowhere");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("git diff failed with code 128: fatal:");
    }

    [Theory]
    [InlineData()]
    [InlineData("HEAD")]
    public async Task Scan_DiffOutsideOfARepository_SaysSoAndWhatToDo(params string[] reference)
    {
        var result = await _fixture.RunAsync(["scan", "-f", "json", "--diff", .. reference]);

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("is not in a git repository");
        result.Error.ShouldContain("lumen-argus scan .");
    }

    [Fact]
    public async Task Scan_Sarif_HasRulesResultsAndRegions()
    {
        _fixture.Write("dir/a b.txt", "x\n" + Line + "\n");

        var result = await _fixture.RunAsync("scan", ".", "-f", "sarif");

        result.ExitCode.ShouldBe(2);
        var root = result.Document;
        Text(root, "version").ShouldBe("2.1.0");
        var run = root.GetProperty("runs").EnumerateArray().ShouldHaveSingleItem();
        Text(run, "columnKind").ShouldBe("utf16CodeUnits");
        Number(run.GetProperty("invocations")[0], "exitCode").ShouldBe(2);
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var found = run.GetProperty("results").EnumerateArray().Single(static each => Text(each, "ruleId") == "secrets.aws_access_key");
        var rule = rules[Number(found, "ruleIndex")];
        Text(rule, "id").ShouldBe("secrets.aws_access_key");
        Text(rule.GetProperty("shortDescription"), "text").ShouldNotBeEmpty();
        Text(rule, "helpUri").ShouldStartWith("https://");
        Text(found, "level").ShouldBe("error");
        Text(found.GetProperty("partialFingerprints"), "lumenArgusFinding/v1").Length.ShouldBe(32);
        var place = found.GetProperty("locations")[0].GetProperty("physicalLocation");
        Text(place.GetProperty("artifactLocation"), "uri").ShouldBe("dir/a%20b.txt");
        var region = place.GetProperty("region");
        (Number(region, "startLine"), Number(region, "startColumn"), Number(region, "endLine"), Number(region, "endColumn")).ShouldBe((2, 11, 2, 31));
    }

    [Fact]
    public async Task Scan_AllowlistsAndCustomRules_AreThoseOfTheConfiguration()
    {
        _fixture.Configure($$"""
            allowlists:
              secrets: [{{Bodies.AwsKey}}]
              paths: [tests/**]
              inline_comments: true
            custom_rules:
              - {name: ticket, pattern: '\bINT-\d{6}\b', severity: warning, action: block}
            """);
        _fixture.Write("a.txt", $"id {Bodies.AwsKey}\n");
        _fixture.Write("tests/b.txt", "INT-123456\n");
        _fixture.Write("c.txt", "INT-123456 # lumen-argus:allow ticket\n");
        (await _fixture.RunAsync("scan", ".", "-f", "json")).ExitCode.ShouldBe(0);

        _fixture.Write("d.txt", "INT-123456\n");
        var result = await _fixture.RunAsync("scan", ".", "-f", "json");

        result.ExitCode.ShouldBe(1);
        var line = result.Lines.ShouldHaveSingleItem();
        Text(line, "file").ShouldBe("d.txt");
        Text(line.GetProperty("findings")[0], "type").ShouldBe("ticket");
        Text(line.GetProperty("findings")[0], "detector").ShouldBe("custom");
    }

    [Fact]
    public async Task Scan_ProjectFile_OnlyMakesItStricter()
    {
        await _fixture.GitAsync("init", "-q");
        _fixture.Write("sub/a.txt", Line);
        _fixture.Write(".lumen-argus.yaml", "detectors: {secrets: {action: block}, secret: {action: block}}\nallowlists: {secrets: ['*']}\n");

        var result = await _fixture.RunAsync("scan", "sub", "-f", "json");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain(".lumen-argus.yaml:2 allowlists is refused");
        result.Error.ShouldContain(".lumen-argus.yaml:1 detectors.secret names a detector that no loaded plugin has; did you mean 'secrets'?");
    }

    [Fact]
    public async Task Scan_BadConfiguration_Fails()
    {
        _fixture.Configure("custom_rules: [{name: a, pattern: '(?=x)'}]");

        var result = await _fixture.RunAsync("scan", ".");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("config.yaml:1 custom_rules[0] (a) cannot be used: pattern:");
    }

    [Fact]
    public async Task Scan_AnyFormat_NeverHoldsTheSecret()
    {
        const string Password = "Zq7vR2mX9kLp4TwB8nYc3HdF6";
        _fixture.Write("a.txt", $"{Line}\npassword = \"{Password}\"\n");
        _fixture.Write("b.json", $$"""{"{{Bodies.AwsKey}}": "x", "password": "{{Password}}"}""");
        _fixture.Write("c.bin", "\0" + Line);
        foreach (var format in new[] { "text", "json", "sarif" })
        {
            var result = await _fixture.RunAsync("scan", ".", "-f", format, "--create-baseline", "known.json");

            var said = result.Output + result.Error + await File.ReadAllTextAsync(_fixture.File("known.json"));
            foreach (var secret in new[] { Bodies.AwsKey, Password })
            {
                said.Contains(secret, StringComparison.Ordinal).ShouldBeFalse(format);
            }

            // Negative control: what is there is seen.
            said.ShouldContain("aws_access_key");
            said.ShouldContain("AKIA****");
            File.Delete(_fixture.File("known.json"));
        }
    }

    private static byte[] Zip(byte[] content)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml").Open();
            entry.Write(content);
        }

        return file.ToArray();
    }

    private static byte[] Pdf(string text)
    {
        using var packed = new MemoryStream();
        using (var compression = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            compression.Write(Encoding.ASCII.GetBytes($"BT ({text}) Tj ET"));
        }

        return [.. "%PDF-1.7\n4 0 obj << /Filter /FlateDecode >>\nstream\n"u8, .. packed.ToArray(), .. "\nendstream\nendobj\n"u8];
    }

    private static bool IsKey(JsonElement finding) => Text(finding, "type") == "aws_access_key";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task ShellAsync(string script, string argument)
    {
        var result = await ChildProcess.RunAsync(new ChildProcessStart("sh", ["-c", script, "sh", argument]) { WorkingDirectory = _fixture.Project }, Limits.Default);
        result.ExitCode.ShouldBe(0, result.StandardError);
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
