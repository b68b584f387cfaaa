using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Findings;

/// <summary>How a verdict lowers a severity: an example is worth a note, and what cannot open a live account is worth a warning but no blocked request.</summary>
internal static class VerdictSeverity
{
    public static Severity Of(Severity severity, Verdict verdict) => verdict switch
    {
        Verdict.Example => Severity.Info,
        Verdict.Test or Verdict.Expired or Verdict.Invalid when severity > Severity.Warning => Severity.Warning,
        _ => severity,
    };
}
