using System.CommandLine;
using System.Globalization;
using LumenArgus.Host.AuditCommands;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus audit verify|export</c>.</summary>
internal static class AuditCommand
{
    private const string VerifyDescription = """
        Check the hash chains of audit files (audit.hash_chain: true), and name the first broken line of each file.

        A chain shows that a line was changed, removed, added or moved. It cannot show that the last line of the last file was changed or lines were cut off there, that whole
        files are gone (age may have taken them), nor that someone who may write the files made a whole new chain from some line on. For that, keep the last hash of
        each file, which is printed, where nobody here can change it, and give it back with --expect. Files without a chain are said to have none; a half line at the end is what a killed process leaves.
        Exit code 0: nothing broken; 1: something is; 2: command line not understood.
        """;

    private const string ExportDescription = """
        Write the audit log in another form, oldest file first. Findings hold no matched text.

        jsonl: the lines as they are. csv: a row per finding, and one per request without. ocsf: one Data Security Finding (OCSF 1.3, class 2006) per finding.
        sarif: SARIF 2.1.0. Lines that cannot be read are left out and counted on standard error. Exit code 0: written; 1: not.
        """;

    public static Command Create(CommandHandlers handlers) => new("audit", "Check and export the audit log.") { CreateVerify(handlers), CreateExport(handlers) };

    private static Command CreateVerify(CommandHandlers handlers)
    {
        var paths = new Argument<string[]>("files") { Description = "Files or folders [default: the folder of the configuration]", Arity = ArgumentArity.ZeroOrMore };
        var expect = new Option<string?>("--expect") { Description = "Hash of a line that must be there, kept from an earlier run", HelpName = "HASH" };
        expect.Validators.Add(static result =>
        {
            if (result.Tokens.Any(static token => token.Value.Length != 64 || !token.Value.All(char.IsAsciiHexDigit)))
            {
                result.AddError("--expect must be a hash of 64 hexadecimal digits.");
            }
        });
        var config = SharedOptions.Config();
        var command = new Command("verify", VerifyDescription) { paths, expect, config };
        command.SetAction((result, cancellationToken) => handlers.VerifyAudit(
            new AuditVerifyOptions
            {
                Paths = [.. result.GetValue(paths) ?? []],
                Expect = result.GetValue(expect)?.ToLowerInvariant(),
                ConfigPath = result.GetValue(config),
            },
            cancellationToken));
        return command;
    }

    private static Command CreateExport(CommandHandlers handlers)
    {
        var format = new Option<string>("--format", "-f") { Description = "What to write", HelpName = "jsonl|csv|ocsf|sarif", DefaultValueFactory = static _ => "jsonl" }
            .AcceptOnly("jsonl", "csv", "ocsf", "sarif");
        var since = Time("--since", "Leave out what is older than this time");
        var until = Time("--until", "Leave out what is not older than this time");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file (0600, replaced) instead of standard output", HelpName = "FILE" };
        var config = SharedOptions.Config();
        var command = new Command("export", ExportDescription) { format, since, until, output, config };
        command.SetAction((result, cancellationToken) => handlers.ExportAudit(
            new AuditExportOptions
            {
                Format = result.GetValue(format) ?? "jsonl",
                Since = ToTime(result.GetValue(since)),
                Until = ToTime(result.GetValue(until)),
                OutputPath = result.GetValue(output),
                ConfigPath = result.GetValue(config),
            },
            cancellationToken));
        return command;
    }

    private static Option<string?> Time(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description + ": 2026-03-16, 2026-03-16T14:30:00Z (UTC without a zone)", HelpName = "TIME" };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(static token => ToTime(token.Value) is null))
            {
                result.AddError($"{name} must be a time such as 2026-03-16 or 2026-03-16T14:30:00Z (was {token.Value}).");
            }
        });
        return option;
    }

    private static DateTimeOffset? ToTime(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
