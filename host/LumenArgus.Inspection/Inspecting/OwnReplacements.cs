using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// Leaves out findings of what the redact hook itself has put in the place of a value: it comes back in answers and in thoughts, and looks like the value. If the hook cannot be
/// asked, such a finding stays.
/// </summary>
internal sealed class OwnReplacements(ScanLanes lanes, PluginInvoker invoker)
{
    public async ValueTask<ImmutableArray<Finding>> LeaveOutAsync(
        ImmutableArray<Finding> findings, Generation generation, string? faultKey, CancellationToken cancellationToken)
    {
        if (generation.RedactHook is not { } hook || !findings.Any(IsValue))
        {
            return findings;
        }

        var call = new HookCall<IRedactHook, bool[]>(
            invoker, hook, "redact", part => [.. findings.Select(finding => IsValue(finding) && part.IsReplacement(finding.Value))]) { FaultKey = faultKey };
        return await call.RunAsync(lanes, cancellationToken) is { } own && own.Contains(true)
            ? [.. findings.Where((_, i) => !own[i])]
            : findings;
    }

    private static bool IsValue(Finding finding) => finding is { Origin: FindingOrigin.Detector, Span: not null, Value.IsEmpty: false };
}
