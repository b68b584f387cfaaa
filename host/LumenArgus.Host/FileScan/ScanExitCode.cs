using LumenArgus.Abstractions.Model;

namespace LumenArgus.Host.FileScan;

/// <summary>Exit codes of <c>lumen-argus scan</c>, those of the original; scripts rely on them.</summary>
internal static class ScanExitCode
{
    /// <summary>A finding is to be blocked, or something could not be read.</summary>
    public const int Block = 1;

    /// <summary>The worst finding is to be alerted or redacted.</summary>
    public const int Alert = 2;

    /// <summary>The worst finding is to be logged.</summary>
    public const int Log = 3;

    /// <summary>The code for findings.</summary>
    public static int Of(IEnumerable<LocatedFinding> findings) =>
        Of(findings.Select(static found => found.Finding.Action ?? PolicyAction.Log).DefaultIfEmpty(PolicyAction.Pass).Max());

    /// <summary>Of two codes the one that says more.</summary>
    public static int Worse(int left, int right) => left == ExitCode.Ok ? right : right == ExitCode.Ok ? left : Math.Min(left, right);

    private static int Of(PolicyAction worst) => worst switch
    {
        PolicyAction.Pass => ExitCode.Ok,
        PolicyAction.Log => Log,
        PolicyAction.Block => Block,
        _ => Alert,
    };
}
