using System.Buffers;
using System.Text;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Accepts a value that stands behind the name of a secret and was drawn at random. A short one has few bits, so entropy alone cannot tell it from
/// code: a placeholder, an expression and a name made of words and numbers are dropped by their shape, and what is readable by <see cref="Rarity"/>.
/// </summary>
internal sealed class NamedSecretValidator(Options options) : IRuleValidator
{
    public const string RuleName = "named_secret";

    // From here on secrets with a word as their prefix are common (secret_..., live_test_...), and their bits say enough.
    private const int LongValue = 32;

    // Longer ones are encoded data.
    private const int LongestSecret = 300;

    // Capitals of 20 bytes are how OpenPGP shows the fingerprint of a key.
    private const int FingerprintLength = 40;

    private const int ShortestPrefixedHex = 32;
    private const int LongestPrefix = 16;

    // Names of parameters have less by far.
    private const double BitsPerCharacterOfNoName = 1.8;

    // Bits of Rarity for each character of a value of 16 and more; drawn ones have 2.6 on average. What makes a name rare (UTF8, Hkdf) does not grow with it.
    private const int FullLength = 16;
    private const double BitsPerCharacter = 0.95;
    private const double FewestBitsOfShort = 11.5;
    private const double FewestBitsOfShortName = 16;

    // Four letters and more: a random text of 20 characters holds one of these less than once in 5,000.
    private static readonly SearchValues<string> Placeholders = SearchValues.Create(
        [
            "password", "passwd", "passw0rd", "p@ssw", "pa$$", "pass_", "secret", "token", "change", "example", "sample", "placeholder", "dummy", "your", "test", "xxxx", "****",
            "....", "1234", "4321", "abcd", "qwert", "asdf", "redacted", "masked", "hidden", "insert", "replace", "default", "admin", "letmein", "foobar", "todo", "fake", "mock",
            "username", "apikey", "api_key", "value", "here",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.-");

    private static readonly SearchValues<string> Operators = SearchValues.Create(
        ["=>", "->", "::", "&&", "||", "??", "?.", "!=", "==", "[]", "](", "${", "#{", "{{", "%{", "%(", "()", "a-z", "A-Z", "0-9"], StringComparison.Ordinal);

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) =>
        value.Length is > 1 and <= LongestSecret && !PublicShape.Holds(value) && IsSecret(WithoutPrefix(value));

    private bool IsSecret(ReadOnlySpan<char> value) =>
        !IsAssignment(value) && !IsExpression(value) && !IsPlaceholder(value) && !IsFingerprint(value) && !IsSequence(value) && !CompoundName.Is(value.Trim("+}")) && !CompoundName.IsIdentifier(value) && !IsWord(value)
        && Rarity.MostBits(value) >= FewestBitsFor(value)
        && Shannon.BitsPerCharacter(value) >= options.FloorFor(value.Length, Alphabet.SizeOf(value));

    // acme_5f9c...: what is written before hex digits makes them no less drawn.
    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> value)
    {
        var prefix = value.LastIndexOfAny('_', '-') + 1;
        return prefix is > 0 and <= LongestPrefix && value.Length - prefix >= ShortestPrefixedHex && Alphabet.IsHex(value[prefix..]) ? value[prefix..] : value;
    }

    // A name in a language of program text is letters and dots; a password of them is as rare as it is bad.
    private static double FewestBitsFor(ReadOnlySpan<char> value) =>
        value.Length >= FullLength ? BitsPerCharacter * value.Length : value.IndexOfAnyExcept(Letters) < 0 ? FewestBitsOfShortName : FewestBitsOfShort;

    private static bool IsPlaceholder(ReadOnlySpan<char> value) => value.Length < LongValue && value.ContainsAny(Placeholders);

    private static bool IsFingerprint(ReadOnlySpan<char> value) =>
        value.Trim("^$") is { Length: FingerprintLength } digits && Alphabet.IsHex(digits) && !digits.ContainsAnyInRange('a', 'z');

    // request_id=54aa82c7...: a value, but of another name. What base64 ends with is none.
    private static bool IsAssignment(ReadOnlySpan<char> value)
    {
        var sign = value.IndexOf('=');
        return sign > 1 && sign < value.Length - 2 && value[..sign].IndexOfAnyExcept(Letters) < 0 && value[sign + 1] != '=';
    }

    // Brackets come in pairs in code; @name, :name, $name and {name} are parameters, --name is an option.
    private static bool IsExpression(ReadOnlySpan<char> value) =>
        value[0] is '{' or '['
        || value.StartsWith("--")
        || (value[0] is '@' or ':' or '$' && value[1..].IndexOfAnyExcept(NameCharacters) < 0 && Rarity.MostBits(value[1..]) < BitsPerCharacterOfNoName * value.Length)
        || value.TrimEnd('=').ContainsAny(Operators) // base64 ends like a comparison
        || IsBracketed(value, '[', ']') || IsBracketed(value, '{', '}');

    private static bool IsBracketed(ReadOnlySpan<char> value, char open, char close)
    {
        var start = value.IndexOf(open);
        return start >= 0 && (value[start..].Contains(close) || start == value.Length - 1);
    }

    // Of a language that is not written in ASCII.
    private static bool IsWord(ReadOnlySpan<char> value)
    {
        foreach (var character in value)
        {
            if (!char.IsLetter(character))
            {
                return false;
            }
        }

        return !Ascii.IsValid(value);
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
