using System.CommandLine;
using BenchmarkDotNet.Configs;
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
        // BenchmarkDotNet looks for this project's file below the current folder, to build each benchmark as a process of its own.
        Directory.SetCurrentDirectory(Checkout.Root);
        var configuration = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(Checkout.Root, "artifacts", "benchmarks")).AddColumn(new ThroughputColumn());

        // Without a filter it asks on the terminal; a benchmark that waits for a key is no use to make.
        string[] filter = arguments.Contains("--filter") || arguments.Contains("--list") ? [] : ["--filter", "*"];
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(CodeCommand).Assembly).Run([.. filter, .. arguments], configuration);
        return summaries.Any(static summary => summary.Reports.Length > 0) ? 0 : 1;
    }
}
