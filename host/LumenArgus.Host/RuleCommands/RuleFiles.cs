using LumenArgus.Host.FileScan;
using LumenArgus.Host.FileScan.Inputs;
using LumenArgus.Host.Output;
using LumenArgus.Scanning.Rules.Files;

namespace LumenArgus.Host.RuleCommands;

/// <summary>Reads rule files that the command line names and tells what is wrong with them.</summary>
internal static class RuleFiles
{
    /// <returns>Null after an error, which was told.</returns>
    public static RuleFile? Read(string path, WorkingFolder folder, TextWriter error)
    {
        var full = Path.GetFullPath(path, folder.Path);
        try
        {
            if (new FileInfo(full) is { Exists: true, Length: > RuleFileReader.MaxBytes })
            {
                error.WriteLine($"lumen-argus: {path} is larger than {RuleFileReader.MaxBytes} bytes");
                return null;
            }

            return RuleFileReader.Read(File.ReadAllBytes(full));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"lumen-argus: {path} cannot be read: {FileProblem.Of(full, exception)}");
            return null;
        }
    }

    /// <summary>One line for each problem, with its line in the file.</summary>
    public static void Tell(string path, IEnumerable<RuleFileProblem> problems, TextWriter error)
    {
        foreach (var problem in problems)
        {
            var rule = problem.Rule.Length == 0 ? "" : $" {PrintableText.Of(problem.Rule)}:";
            error.WriteLine($"{path}:{problem.Line}:{rule} {PrintableText.Of(problem.Message)}");
        }
    }
}
