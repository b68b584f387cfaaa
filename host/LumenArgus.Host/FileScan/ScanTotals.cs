using LumenArgus.Abstractions.Model;
using LumenArgus.Host.FileScan.Baselines;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Host.FileScan;

/// <summary>Adds up the reports of one run.</summary>
internal sealed class ScanTotals
{
    private readonly HashSet<string> _toldFaults = new(StringComparer.Ordinal);

    public int Files { get; private set; }

    public long Bytes { get; private set; }

    public int Findings { get; private set; }

    public int Unreadable { get; private set; }

    public int Baselined { get; set; }

    public int LinksNotFollowed { get; set; }

    public long Allowed { get; private set; }

    public int ExemptFiles { get; private set; }

    /// <summary>Whether what is found becomes a new baseline: only what a baseline cannot hold asks for an exit code then.</summary>
    public bool AcceptsFindings { get; init; }

    public int ExitCode { get; private set; }

    /// <summary>Whether something was to be scanned or written and could not be.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>That a detector is not there is the same for all files: it is kept in the first report only.</summary>
    public FileReport WithoutRepeatedFaults(FileReport report) => report with
    {
        Findings = [.. report.Findings.Where(found => !IsDetectorFault(found.Finding) || _toldFaults.Add(found.Finding.Location + found.Finding.Detail))],
    };

    public void Add(FileReport report)
    {
        if (report.Problem is not null)
        {
            FailToRead();
            return;
        }

        Files++;
        Bytes += report.Bytes;
        Findings += report.Findings.Length;
        Allowed += report.AllowedHits;
        ExemptFiles += report.IsExempt ? 1 : 0;
        if (report.Findings.Any(static found => IsDetectorFault(found.Finding)))
        {
            Fail();
        }

        ExitCode = ScanExitCode.Worse(
            ExitCode, AcceptsFindings ? ScanExitCode.Of(report.Findings.Where(static found => !Baseline.CanHold(found.Finding))) : report.ExitCode);
    }

    /// <summary>Something was to be scanned and could not be; the caller tells what.</summary>
    public void FailToRead()
    {
        Unreadable++;
        Fail();
    }

    /// <summary>The run did not do all that it was to do; the caller tells what.</summary>
    public void Fail()
    {
        HasFailed = true;
        ExitCode = ScanExitCode.Worse(ExitCode, ScanExitCode.Block);
    }

    private static bool IsDetectorFault(Finding finding) =>
        finding is { Origin: FindingOrigin.Framework, Type: FrameworkFindings.ScanErrorType } && finding.Location.StartsWith("detector.", StringComparison.Ordinal);
}
