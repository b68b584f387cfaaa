using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>Numbers that the Social Security Administration never issues: area 000, 666 and 900 to 999, group 00, serial 0000.</summary>
internal sealed class SsnRangeValidator : IRuleValidator
{
    public const string RuleName = "ssn_range";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) =>
        value is [_, _, _, '-', _, _, '-', _, _, _, _]
        && value[0] != '9' && value[..3] is not ("000" or "666")
        && value[4..6] is not "00"
        && value[7..] is not "0000";
}
