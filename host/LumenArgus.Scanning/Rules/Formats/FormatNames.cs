using System.Globalization;

namespace LumenArgus.Scanning.Rules.Formats;

/// <summary>Writes the name of a value as people do in files and code.</summary>
internal static class FormatNames
{
    /// <summary>What stands before the value, and what closes it.</summary>
    public static (string Opening, string Closing) Draw(FormatPart.Name name, Random random)
    {
        string[] words =
        [
            .. Pick(name.Words, random).Split(' '),
            .. name.Credentials.Length == 0 ? [] : Pick(name.Credentials, random).Split(' '),
        ];
        return random.Next(5) switch
        {
            0 => (string.Join('_', words).ToUpperInvariant() + "=", ""),
            1 => (string.Join('_', words) + " = \"", "\""),
            2 => ($"\"{words[0]}{string.Concat(words.Skip(1).Select(Capital))}\": \"", "\""),
            3 => (string.Join('-', words) + ": ", ""),
            _ => ($"const {words[0]}{string.Concat(words.Skip(1).Select(Capital))} = '", "';"),
        };
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
