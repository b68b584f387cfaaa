using LumenArgus.Abstractions.Model;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Configuration.Sections;

/// <summary>The actions a configuration can name, in rising order. There is no <c>pass</c>: a finding is at least logged.</summary>
internal static class ActionChoices
{
    public static IReadOnlyList<(string Name, PolicyAction Value)> All { get; } =
        [.. new[] { PolicyAction.Log, PolicyAction.Alert, PolicyAction.Redact, PolicyAction.Block }.Select(action => (WireNames.Of(action), action))];
}
