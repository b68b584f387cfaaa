using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Lanes;

namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>A plugin's validator as the rule index gets it: a fault is recorded and counts as valid, because a finding too many is better than a secret missed.</summary>
internal sealed class GuardedRuleValidator(string name, IRuleValidator inner, PluginFaults faults) : IRuleValidator
{
    private const string Operation = "validate";

    public string Name { get; } = name;

    public bool IsValid(ReadOnlySpan<char> value) => Call(value, static (validator, value) => validator.IsValid(value), onFault: true);

    public Verdict Judge(ReadOnlySpan<char> value) => Call(value, static (validator, value) => validator.Judge(value), onFault: Verdict.None);

    private T Call<T>(ReadOnlySpan<char> value, Func<IRuleValidator, ReadOnlySpan<char>, T> call, T onFault)
    {
        // A plugin that hung in this exchange hangs again: the body is the same.
        var lane = ScanLane.Current;
        if (lane?.Excludes(faults.PluginId) == true || !faults.TryEnter())
        {
            return onFault;
        }

        lane?.EnterPlugin(faults, bodyBytes: 0, Operation);
        T result;
        try
        {
            result = call(inner, value);
        }
#pragma warning disable CA1031 // Boundary to plugin code: whatever it throws becomes a recorded fault.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            lane?.LeavePlugin();
            faults.Record(faults.Copy(exception, Operation), PluginCallStatus.Faulted, lane?.FaultKey);
            return onFault;
        }

        lane?.LeavePlugin();
        faults.RecordOk();
        return result;
    }
}
