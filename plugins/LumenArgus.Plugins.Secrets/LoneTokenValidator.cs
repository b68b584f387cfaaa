using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Accepts a token that has no name of its own, only a word near it: it has to be random beyond doubt, and no line of a block of encoded data.</summary>
internal sealed class LoneTokenValidator : IRuleValidator
{
    public const string RuleName = "lone_token";

    // One drawn value of 23 characters, the shortest that can reach the full entropy floor, in a hundred has less.
    private const double FewestBits = 36;

    // Characters of a line, RFC 7468 and RFC 2045.
    private const int PemLine = 64;
    private const int MimeLine = 76;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        value = value[BehindVariable(value)..];
        return !IsEncodedLine(value) && RandomTokenValidator.IsToken(value, FewestBits);
    }

    // ${DB_PASSWORD:-value}
    private static int BehindVariable(ReadOnlySpan<char> value)
    {
        var sign = value.IndexOf(':');
        return sign < 0 || !value[..sign].Contains('_') || value[..sign].ContainsAnyInRange('a', 'z') ? 0 : value[sign..].StartsWith(":-") ? sign + 2 : sign + 1;
    }

    // One of the lines of a certificate or public key, whose header may be far above.
    private static bool IsEncodedLine(ReadOnlySpan<char> value) => value.Length is PemLine or MimeLine && value.ContainsAny('+', '/');
}
