using System.CommandLine;
using BenchmarkDotNet.Running;

namespace LumenArgus.Benchmarks.Code;

/// <summary>The verb <c>code</c>: every class of this assembly with a <c>[Benchmark]</c> method, run by BenchmarkDotNet.</summary>
internal static class CodeCommand
{
    public static Command Create()
    {
        var arguments = new Argument<string[]>("arguments")
        {
            Description = "Passed on to BenchmarkDotNet, for example: -- --filter '*Inspect*'",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("code", "Run the BenchmarkDotNet benchmarks.") { arguments };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Run([.. parsed.GetValue(arguments) ?? [], .. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Run(string[] arguments)
    {
        // Without a filter BenchmarkDotNet asks on the terminal; a benchmark that waits for a key is no use to make.
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(CodeCommand).Assembly).Run(arguments.Length == 0 ? ["--filter", "*"] : arguments);
        return summaries.Any(static summary => summary.Reports.Length > 0) ? 0 : 1;
    }
}
