using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Accepts a password of a connection string that is a value: a variable (<c>$PASS</c>, <c>%PASS%</c>, <c>{0}</c>) and a mask are what careful people write in place of one.</summary>
internal sealed class PlainPasswordValidator : IRuleValidator
{
    public const string RuleName = "plain_password";

    private const int Shortest = 3;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => IsPassword(value);

    public static bool IsPassword(ReadOnlySpan<char> value) =>
        value.Length >= Shortest && value[0] is not ('$' or '%' or '{' or '<' or '@') && value.IndexOfAnyExcept("*.xX") >= 0
        && !value.StartsWith("your", StringComparison.OrdinalIgnoreCase);
}
