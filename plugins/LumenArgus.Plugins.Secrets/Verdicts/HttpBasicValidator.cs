using System.Buffers;
using System.Text;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Accepts base64 of a user name, a colon and a password (RFC 7617) that is a value: no variable, mask or word of a manual.</summary>
internal sealed class HttpBasicValidator : IRuleValidator
{
    public const string RuleName = "http_basic";

    private const int Longest = 512;

    // From here on it is a character that can be seen.
    private const byte FirstPrintable = 0x20;

    private static readonly SearchValues<string> Placeholders = SearchValues.Create(["password", "passwd", "secret", "your"], StringComparison.OrdinalIgnoreCase);

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        Span<char> text = stackalloc char[Longest];
        if (!Convert.TryFromBase64Chars(value, bytes, out var length) || bytes[..length].IndexOfAnyInRange((byte)0, (byte)(FirstPrintable - 1)) >= 0)
        {
            return false;
        }

        var credentials = text[..Encoding.Latin1.GetChars(bytes[..length], text)];
        var colon = credentials.IndexOf(':');
        var isValid = colon >= 0 && PlainPasswordValidator.IsPassword(credentials[(colon + 1)..]) && !IsPlaceholder(credentials[(colon + 1)..]);
        bytes.Clear();
        text.Clear();
        return isValid;
    }

    // Only where there is nothing but the word.
    private static bool IsPlaceholder(ReadOnlySpan<char> password) => password.Length < 12 && password.ContainsAny(Placeholders);
}
