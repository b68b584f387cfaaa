using System.CommandLine;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.FileScan;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus scan</c>.</summary>
internal sealed class ScanCommand
{
    private const string Description = """
        Look for secrets in files, folders, standard input or a git diff, with the plugins, rules and policy of 'serve'.

        Folders are walked to their ends; .git and symbolic links are left out, .gitignore is not honoured (what it names is what leaks).
        A column counts UTF-16 code units. Findings show a masked preview, never the value.

        Exit codes: 0 nothing found (or only what the baseline knows), 1 a finding whose action is block, or something could not be
        read, 2 the worst action is alert or redact (or the command line was not understood), 3 the worst action is log.
        What of a text lies beyond proxy.max_body_size is a finding (unscanned): it blocks where fail.oversize is closed.
        """;

    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "Files and folders, behind -- also such whose names begin with -; a lone - or nothing reads standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _diff = new("--diff")
    {
        Description = "Scan only the added lines of 'git diff REF'; without REF those that are staged (as the last argument, or before another option)",
        HelpName = "REF",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _baseline = new("--baseline") { Description = "Findings in this file are known and do not count", HelpName = "FILE" };

    private readonly Option<string?> _createBaseline = new("--create-baseline")
    {
        Description = "Write the findings to this file, which then ask for no exit code; it holds no value, only a salted, shortened hash. What it cannot hold still counts: "
            + "findings without a value and what was not scanned. Exits with 1 if something could not be read or the file not be written",
        HelpName = "FILE",
    };

    private readonly Option<string> _format = new Option<string>("--format", "-f")
    {
        Description = "text on standard error; json (one object for each file with findings) or sarif (2.1.0) on standard output",
        HelpName = "text|json|sarif",
        DefaultValueFactory = _ => "text",
    }.AcceptOnly("text", "json", "sarif");

    private readonly Option<string?> _config = SharedOptions.Config();

    private readonly Option<string> _action = SharedOptions.Action();

    private readonly Option<string[]> _extensions = SharedOptions.Extensions();

    private readonly Option<bool> _noBundledExtensions = SharedOptions.NoBundledExtensions();

    public static Command Create(CommandHandlers handlers)
    {
        var scan = new ScanCommand();
        var command = new Command("scan", Description)
        {
            scan._paths, scan._diff, scan._baseline, scan._createBaseline, scan._format, scan._config, scan._action, scan._extensions, scan._noBundledExtensions,
        };
        scan._paths.Validators.Add(static result =>
        {
            // It would be the present folder: an empty variable of a script must not become that, nor nothing.
            if (result.Tokens.Any(static token => token.Value.Length == 0))
            {
                result.AddError("a path is empty.");
            }
        });
        scan._diff.Validators.Add(static result =>
        {
            // git would take it for an option.
            if (result.Tokens is [{ Value: ['-', ..] or "" } token])
            {
                result.AddError($"--diff must name a commit, a branch or a tag (was {token.Value}).");
            }
        });
        command.SetAction((result, cancellationToken) => handlers.Scan(scan.Read(result), cancellationToken));
        return command;
    }

    private ScanOptions Read(ParseResult result) => new()
    {
        Paths = [.. result.GetValue(_paths) ?? []],
        Diff = result.GetResult(_diff) is { Implicit: false },
        DiffReference = result.GetValue(_diff),
        Baseline = result.GetValue(_baseline),
        CreateBaseline = result.GetValue(_createBaseline),
        Format = result.GetValue(_format) switch
        {
            "json" => ScanFormat.Json,
            "sarif" => ScanFormat.Sarif,
            _ => ScanFormat.Text,
        },
        ConfigPath = result.GetValue(_config),
        Action = SharedOptions.ToAction(result.GetValue(_action)),
        Extensions = SharedOptions.ToFolders(result.GetValue(_extensions)),
        IncludeBundledExtensions = !result.GetValue(_noBundledExtensions),
    };
}
