using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Pii.Numbers;

namespace LumenArgus.Plugins.Pii;

/// <summary>Account numbers have no common check digit; what is one digit over and over, or a time stamp in milliseconds, is none.</summary>
internal sealed class AccountNumberValidator : IRuleValidator
{
    private const int TimeStampDigits = 13;

    public string Name => "bank_account_number";

    public bool IsValid(ReadOnlySpan<char> value) =>
        value.Length > 0 && !CheckDigits.IsOneDigit(value) && !(value.Length == TimeStampDigits && value[0] == '1');
}
