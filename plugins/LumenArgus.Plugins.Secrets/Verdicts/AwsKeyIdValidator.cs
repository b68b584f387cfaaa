using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>
/// Reads the account number out of an AWS access key identifier. The 16 letters behind the prefix are base32 (RFC 4648); since 2019 the first bit is set and
/// the next 40 are the number of the account, which has 12 digits.
/// </summary>
internal sealed class AwsKeyIdValidator : IRuleValidator
{
    public const string RuleName = "aws_key_id";

    private const int PrefixLength = 4;
    private const int BodyLength = 16;
    private const int LettersOfAccount = 10;
    private const int BitsBehindAccount = (LettersOfAccount * 5) - 41;
    private const long AccountMask = (1L << 40) - 1;
    private const long HighestAccount = 999_999_999_999;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => value.Length > 0;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        if (value.Length != PrefixLength + BodyLength)
        {
            return Verdict.None;
        }

        var body = value[PrefixLength..];
        var bits = 0L;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = Base32Digit(body[i]);
            if (digit < 0)
            {
                return Verdict.Invalid;
            }

            bits = i < LettersOfAccount ? (bits << 5) | (uint)digit : bits;
        }

        // Older keys say nothing of their account.
        var hasAccount = Base32Digit(body[0]) >= 16;
        var account = (bits >> BitsBehindAccount) & AccountMask;
        return !hasAccount ? Verdict.None : account <= HighestAccount ? Verdict.LikelyLive : Verdict.Invalid;
    }

    private static int Base32Digit(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => letter - 'A',
        >= '2' and <= '7' => letter - '2' + 26,
        _ => -1,
    };
}
