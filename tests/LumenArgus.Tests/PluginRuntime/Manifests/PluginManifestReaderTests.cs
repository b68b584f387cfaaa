using System.Text;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Tests.PluginRuntime.Manifests;

public class PluginManifestReaderTests
{
    private const string Valid = """
        {"schema":1,"id":"acme.pii-nl","version":"1.2.0","entry":"Acme.PiiNl.dll","entryType":"Acme.PiiNl.PiiNlPlugin",
         "api":"1.0","capabilities":["rules","hook.redact"],"detectors":["pii_nl"],"dependsOn":["acme.base"]}
        """;

    private static string WithCommands(string commands) => Valid.Replace("\"schema\":1", $"\"schema\":1,\"commands\":[{commands}]", StringComparison.Ordinal);

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "acme.pii-nl");

    [Fact]
    public void Parse_ValidManifest_GivesEveryValue()
    {
        var manifest = Parse(Valid).Manifest.ShouldNotBeNull();

        manifest.Id.ShouldBe("acme.pii-nl");
        manifest.Version.ShouldBe("1.2.0");
        manifest.Entry.ShouldBe("Acme.PiiNl.dll");
        manifest.EntryType.ShouldBe("Acme.PiiNl.PiiNlPlugin");
        manifest.Api.ShouldBe(new ApiVersion(1, 0));
        manifest.Capabilities.ShouldBe(["rules", "hook.redact"]);
        manifest.Detectors.ShouldBe(["pii_nl"]);
        manifest.DependsOn.ShouldBe(["acme.base"]);
    }

    [Fact]
    public void Parse_Commands_GivesArgumentsAndOptions()
    {
        var command = Parse(WithCommands("""
            {"name":"report","help":"Print a report.","arguments":["project: the folder","part?","files...: what to leave out"],"options":["--days=N: how far back","--all"]}
            """)).Manifest.ShouldNotBeNull().Commands.ShouldHaveSingleItem();

        (command.Name, command.Help).ShouldBe(("report", "Print a report."));
        command.Arguments.ShouldBe(
        [
            new PluginCommandArgument("project", "the folder", IsNeeded: true, IsMany: false),
            new PluginCommandArgument("part", "", IsNeeded: false, IsMany: false),
            new PluginCommandArgument("files", "what to leave out", IsNeeded: false, IsMany: true),
        ]);
        command.Options.ShouldBe([new PluginCommandOption("--days", "how far back", "N"), new PluginCommandOption("--all", "", ValueName: null)]);
    }

    [Theory]
    [InlineData("7", "commands[0]: must be an object")]
    [InlineData("""{"name":"a","help":"b","alias":"c"}""", "commands[0]: unknown key alias")]
    [InlineData("""{"name":"A","help":"b"}""", "commands[0]: name must be")]
    [InlineData("""{"name":"a"}""", "commands[0]: help must be")]
    [InlineData("""{"name":"a","help":"\ud800"}""", "commands[0]: help must be")]
    [InlineData("""{"name":"a","help":"b","arguments":["x...","y"]}""", "commands[0]: arguments must be")]
    [InlineData("""{"name":"a","help":"b","arguments":["x?","y"]}""", "commands[0]: arguments must be")]
    [InlineData("""{"name":"a","help":"b","arguments":"x"}""", "commands[0]: arguments must be")]
    [InlineData("""{"name":"a","help":"b","options":["days"]}""", "commands[0]: options must be")]
    [InlineData("""{"name":"a","help":"b","options":["--help"]}""", "commands[0]: options must be")]
    [InlineData("""{"name":"a","help":"b","options":["--x","--x=N"]}""", "commands[0]: an argument or option is given twice")]
    [InlineData("""{"name":"a","help":"b"},{"name":"a","help":"b"}""", "commands: 'a' is given twice")]
    public void Parse_WrongCommand_NamesThePlace(string commands, string error) => Parse(WithCommands(commands)).Errors.ShouldHaveSingleItem().ShouldStartWith(error);

    [Fact]
    public void Parse_ByteOrderMark_IsSkipped() => Parse('\uFEFF' + Valid).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("\"schema\":1", "\"schema\":2", "schema: must be 1 (was 2)")]
    [InlineData("\"schema\":1", "\"schema\":\"1\"", "schema:")]
    [InlineData("\"schema\":1,", "", "schema: missing")]
    [InlineData("acme.pii-nl", "Acme.Pii", "id:")]
    [InlineData("acme.pii-nl", "acme", "id:")]
    [InlineData("acme.pii-nl", "acme..pii", "id:")]
    [InlineData("acme.pii-nl", "../acme.pii", "id:")]
    [InlineData("acme.pii-nl", "acme.pii\\n", "id:")]
    [InlineData("\"acme.pii-nl\"", "\"acme.\\ud800\"", "id:")]
    [InlineData("1.2.0", "new", "version:")]
    [InlineData("Acme.PiiNl.PiiNlPlugin", "Acme PiiNl", "entryType:")]
    [InlineData("\"api\":\"1.0\"", "\"api\":\"1\"", "api: must be two numbers")]
    [InlineData("\"api\":\"1.0\"", "\"api\":1.0", "api:")]
    [InlineData("\"rules\",", "\"everything\",", "capabilities: unknown capability 'everything'")]
    [InlineData("[\"pii_nl\"]", "\"pii_nl\"", "detectors: must be a list")]
    [InlineData("[\"pii_nl\"]", "[\"pii_nl\",\"pii_nl\"]", "detectors: 'pii_nl' is given twice")]
    [InlineData("[\"pii_nl\"]", "[7]", "detectors:")]
    [InlineData("acme.base", "base", "dependsOn:")]
    [InlineData("\"schema\":1", "\"schema\":1,\"status\":\"on\"", "status: unknown key")]
    [InlineData("\"schema\":1", "\"schema\":1,\"schema\":1", "schema: given twice")]
    public void Parse_OneWrongValue_NamesTheKey(string from, string to, string error)
    {
        var result = Parse(Valid.Replace(from, to, StringComparison.Ordinal));

        result.Manifest.ShouldBeNull();
        result.Errors.ShouldHaveSingleItem().ShouldStartWith(error);
    }

    [Theory]
    [InlineData("../Other.dll")]
    [InlineData("lib/../../Other.dll")]
    [InlineData("../acme.pii-nl-evil/Other.dll")]
    [InlineData("lib/../Acme.dll")]
    [InlineData("/tmp/Other.dll")]
    [InlineData("..\\\\Other.dll")]
    [InlineData("C:/Other.dll")]
    [InlineData("Acme.exe")]
    [InlineData(".")]
    [InlineData("")]
    public void Parse_EntryOutsideOfTheFolder_IsRefused(string entry)
    {
        var result = Parse(Valid.Replace("Acme.PiiNl.dll", entry, StringComparison.Ordinal));

        result.Errors.ShouldHaveSingleItem().ShouldStartWith("entry:");
    }

    [Fact]
    public void Parse_EntryInASubfolder_IsAccepted() =>
        Parse(Valid.Replace("Acme.PiiNl.dll", "lib/Acme.PiiNl.dll", StringComparison.Ordinal)).Errors.ShouldBeEmpty();

    [Fact]
    public void Parse_SeveralErrors_ListsAllAtOnce()
    {
        var errors = Parse("""{"schema":3,"id":"x","colour":"red","capabilities":["fly"]}""").Errors;

        foreach (var key in (string[])["schema", "id", "version", "entry", "entryType", "api", "colour", "capabilities"])
        {
            errors.ShouldContain(error => error.StartsWith(key + ":", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("{\"schema\":1,}")]
    public void Parse_NotAnObject_SaysSo(string content) => Parse(content).Errors.ShouldHaveSingleItem().ShouldStartWith("plugin.json");

    [Fact]
    public void Parse_ControlCharactersInValues_AreNotShown() =>
        Parse("{\"\\u001b[31m\":1}").Errors.ShouldNotContain(error => error.Contains('\u001b'));

    [Fact]
    public void Read_FileOverTheCap_IsNotParsed()
    {
        var folder = Directory.CreateTempSubdirectory("lumen-manifest-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "plugin.json"), Valid + new string(' ', PluginManifestReader.MaxBytes));
            PluginManifestReader.Read(folder.FullName).Errors.ShouldHaveSingleItem().ShouldContain("at most 65536");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PluginManifestResult Parse(string json) => PluginManifestReader.Parse(Encoding.UTF8.GetBytes(json), Folder);
}
