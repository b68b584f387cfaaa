using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Plugins.Redaction;

/// <summary>
/// Makes placeholders and knows them again. The random part of one is a keyed hash of the value, followed by a keyed hash of that: so the same value always gets the same
/// placeholder, which tells nothing of it without the key, and who has the key sees that a text is a placeholder without knowing the value.
/// </summary>
internal sealed class Placeholders(byte[] key)
{
    private readonly byte[] _valueKey = HKDF.Expand(HashAlgorithmName.SHA256, key, key.Length, "lumenargus.redaction value"u8.ToArray());
    private readonly byte[] _tagKey = HKDF.Expand(HashAlgorithmName.SHA256, key, key.Length, "lumenargus.redaction tag"u8.ToArray());

    /// <summary>The placeholder of a value.</summary>
    public string For(string value)
    {
        var shape = Shape.Of(value);
        var name = Draw(_valueKey, value, shape.Alphabet, shape.Length - shape.Alphabet.TagLength);
        return shape.Write(name + TagOf(name, shape.Alphabet));
    }

    /// <summary>Whether a text is a placeholder, without its prefix too.</summary>
    public bool IsOwn(ReadOnlySpan<char> text)
    {
        var random = Shape.RandomPart(text);
        foreach (var alphabet in Alphabet.All)
        {
            if (random.Length >= alphabet.MinLength && alphabet.Holds(random)
                && random.AsSpan(random.Length - alphabet.TagLength).SequenceEqual(TagOf(random[..^alphabet.TagLength], alphabet)))
            {
                return true;
            }
        }

        return false;
    }

    private string TagOf(string name, Alphabet alphabet) => Draw(_tagKey, name, alphabet, alphabet.TagLength);

    // Two bytes for each character: the letters at the beginning of the alphabet come at most one in a thousand times more often.
    private static string Draw(byte[] key, string text, Alphabet alphabet, int length)
    {
        var info = Encoding.UTF8.GetBytes($"{alphabet.Letters}\n{length}\n{text}");
        var bytes = HKDF.Expand(HashAlgorithmName.SHA256, key, 2 * length, info);
        return string.Create(length, (bytes, alphabet.Letters), static (characters, drawn) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = drawn.Letters[((drawn.bytes[2 * i] << 8) | drawn.bytes[(2 * i) + 1]) % drawn.Letters.Length];
            }
        });
    }
}
