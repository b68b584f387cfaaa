using System.IO.Hashing;
using System.Text;

namespace LumenArgus.Scanning.Rules.Formats;

/// <summary>The declared format of a token: gives its pattern, random tokens, and texts that are nearly one.</summary>
public sealed class TokenFormat
{
    // An open end is drawn up to so much longer than it has to be.
    private const int OpenEnd = 24;

    // A place this short is no body: what is taken from it may be made up by its neighbour.
    private const int ShortestBody = 4;

    private readonly FormatPart[] _parts;

    private TokenFormat(FormatPart[] parts) => _parts = parts;

    /// <summary>Reads a format; see <see cref="Abstractions.Model.DetectionRule.Format"/> for what it looks like.</summary>
    /// <param name="format">The format.</param>
    /// <param name="error">What is wrong with it; empty otherwise.</param>
    /// <returns>The format, or null.</returns>
    public static TokenFormat? TryParse(string format, out string error)
    {
        ArgumentNullException.ThrowIfNull(format);
        try
        {
            error = "";
            return new TokenFormat(FormatParser.Parse(format));
        }
        catch (FormatSyntaxException problem)
        {
            error = problem.Message;
            return null;
        }
    }

    /// <summary>Characters of a format that stand for themselves.</summary>
    internal static int FixedCharacters(string? format)
    {
        var count = 0;
        var isPlace = false;
        foreach (var letter in format ?? "")
        {
            isPlace = letter == '<' || (isPlace && letter != '>');
            count += isPlace || letter == '>' ? 0 : 1;
        }

        return count;
    }

    /// <summary>The pattern of exactly this format, in the rule dialect. The token is group 1.</summary>
    /// <returns>The pattern.</returns>
    public string ToPattern() => FormatPattern.Of(_parts);

    /// <summary>
    /// What to search by where the format has a name of two words: the longest part of each first word. The words of credentials are the longer literals as often
    /// as not, but they stand everywhere.
    /// </summary>
    internal IEnumerable<string> NameKeywords => _parts[0] is FormatPart.Name { Credentials.Length: > 0 } name
        ? name.Words.Select(static word => word.Split(' ').MaxBy(static part => part.Length)!).Distinct(StringComparer.OrdinalIgnoreCase)
        : [];

    /// <summary>A random token.</summary>
    /// <param name="random">Where it is drawn from; the same seed gives the same token.</param>
    /// <returns>The token.</returns>
    public string Generate(Random random) => Draw(random, shortest: false, spoil: null);

    /// <summary>Texts that miss the format by little: too short, a foreign character in the body, another prefix.</summary>
    /// <param name="random">Where they are drawn from.</param>
    /// <returns>The texts; fewer where the format has no such part.</returns>
    public IEnumerable<string> NearMisses(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var body = Array.FindLastIndex(_parts, static part => part is FormatPart.Run { Min: >= ShortestBody } or FormatPart.Uuid);
        if (body >= 0)
        {
            yield return Draw(random, shortest: true, (index, text) => index == body ? text[1..] : text);
            yield return Draw(random, shortest: true, (index, text) => index == body ? text[..1] + "!" + text[2..] : text);
        }

        var prefix = Array.FindIndex(_parts, static part => part is FormatPart.Literal { Text.Length: > 1 });
        if (prefix >= 0)
        {
            yield return Draw(random, shortest: false, (index, text) => index == prefix ? text[..^1] + (text[^1] == '~' ? '^' : '~') : text);
        }
    }

    private string Draw(Random random, bool shortest, Func<int, string, string>? spoil)
    {
        var (opening, closing) = _parts[0] is FormatPart.Name name ? FormatNames.Draw(name, random) : ("", "");
        var token = new StringBuilder();
        var drawn = new StringBuilder();
        for (var i = opening.Length == 0 ? 0 : 1; i < _parts.Length; i++)
        {
            var text = Draw(_parts[i], random, shortest, token, drawn);
            token.Append(spoil is null ? text : spoil(i, text));
            if (_parts[i] is not FormatPart.Literal)
            {
                drawn.Append(text);
            }
        }

        return opening + token + closing;
    }

    private static string Draw(FormatPart part, Random random, bool shortest, StringBuilder token, StringBuilder drawn) => part switch
    {
        FormatPart.Literal literal => literal.Text,
        FormatPart.Choice choice => choice.Texts[random.Next(choice.Texts.Length)],
        FormatPart.Run run => new string(random.GetItems<char>(run.Letters, shortest ? run.Min : random.Next(run.Min, (run.Max ?? run.Min + OpenEnd) + 1))),
        FormatPart.Uuid => Uuid(random),
        FormatPart.Checksum checksum => Checksum(checksum, (checksum.OfAll ? token : drawn).ToString()),
        _ => throw new NotSupportedException(part.GetType().Name),
    };

    private static string Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }

    private static string Checksum(FormatPart.Checksum checksum, string text)
    {
        var rest = Crc32.HashToUInt32(Encoding.UTF8.GetBytes(text));
        var digits = new char[checksum.Length];
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = checksum.Digits[(int)(rest % (uint)checksum.Digits.Length)];
            rest /= (uint)checksum.Digits.Length;
        }

        return new string(digits);
    }
}
