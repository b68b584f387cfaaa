using System.Buffers;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Accepts a value that stands behind the name of a secret and was drawn at random. A short one has few bits, so entropy alone cannot tell it from
/// code: a placeholder, an expression and a name made of words and numbers are dropped by their shape.
/// </summary>
internal sealed class NamedSecretValidator(Options options) : IRuleValidator
{
    public const string RuleName = "named_secret";

    // From here on secrets with a word as their prefix are common (secret_..., live_test_...), and their entropy says enough.
    private const int LongValue = 32;

    private const int ShortestDigest = 16;

    // Four letters and more: a random text of 20 characters holds one of these less than once in 5,000.
    private static readonly SearchValues<string> Placeholders = SearchValues.Create(
        [
            "password", "passwd", "passw0rd", "p@ssw", "pass_", "secret", "token", "change", "example", "sample", "placeholder", "dummy", "your", "test", "xxxx", "****",
            "....", "1234", "4321", "abcd", "qwert", "asdf", "redacted", "masked", "hidden", "insert", "replace", "default", "admin", "letmein", "foobar", "todo", "fake", "mock",
            "username", "apikey", "api_key", "value", "here",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly SearchValues<string> Operators = SearchValues.Create(
        ["=>", "->", "::", "&&", "||", "??", "?.", "!=", "==", "[]", "](", "${", "#{", "{{", "%{", "%(", "()"], StringComparison.Ordinal);

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) =>
        RandomTokenValidator.IsToken(value) && !IsExpression(value) && !IsPlaceholder(value) && !IsDigest(value) && !IsSequence(value)
        && !CamelCase.IsName(value)
        && Shannon.BitsPerCharacter(value) >= options.FloorFor(value.Length);

    private static bool IsPlaceholder(ReadOnlySpan<char> value) => value.Length < LongValue && value.ContainsAny(Placeholders);

    // Fingerprints and public key tokens of assemblies (8 bytes) are as public as checksums, and hex digits do not reach the full floor at any length.
    private static bool IsDigest(ReadOnlySpan<char> value) => value.Length >= ShortestDigest && value.Trim("^$").IndexOfAnyExcept(HexDigits) < 0;

    // Brackets come in pairs in code; @name, :name and {name} are parameters.
    private static bool IsExpression(ReadOnlySpan<char> value) =>
        value[0] is '@' or ':' or '{' or '['
        || value.ContainsAny(Operators)
        || IsBracketed(value, '[', ']') || IsBracketed(value, '{', '}');

    private static bool IsBracketed(ReadOnlySpan<char> value, char open, char close)
    {
        var start = value.IndexOf(open);
        return start >= 0 && (value[start..].Contains(close) || start == value.Length - 1);
    }

    // Alphabets and their parts, for example of an encoder.
    private static bool IsSequence(ReadOnlySpan<char> value)
    {
        var steps = 0;
        for (var i = 1; i < value.Length; i++)
        {
            steps += value[i] - value[i - 1] is 1 or -1 ? 1 : 0;
        }

        return steps * 2 >= value.Length;
    }
}
