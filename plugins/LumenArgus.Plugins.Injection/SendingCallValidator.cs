using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Injection;

/// <summary>
/// A call that carries something away: data joined to the address, or a body. Programs fetch fixed addresses all the time, and nothing leaves with those.
/// </summary>
internal sealed class SendingCallValidator : IRuleValidator
{
    public const string RuleName = "sending_call";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) =>
        value.StartsWith("sendbeacon", StringComparison.OrdinalIgnoreCase)
        || value.Contains("${", StringComparison.Ordinal)
        || value.Contains("'+", StringComparison.Ordinal) || value.Contains("' +", StringComparison.Ordinal)
        || value.Contains("\"+", StringComparison.Ordinal) || value.Contains("\" +", StringComparison.Ordinal)
        || value.Contains("body", StringComparison.OrdinalIgnoreCase)
        || value.Contains("cookie", StringComparison.OrdinalIgnoreCase)
        || value.Contains("localStorage", StringComparison.OrdinalIgnoreCase);
}
