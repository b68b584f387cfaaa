using System.Buffers;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Accepts base64 of <c>user:password</c> in readable characters (RFC 7617).</summary>
internal sealed class BasicCredentialsValidator : IRuleValidator
{
    public const string RuleName = "basic_credentials";
    private const int LongestValue = 1028;

    private static readonly SearchValues<byte> Control = SearchValues.Create([.. Enumerable.Range(0, 0x20).Append(0x7f).Select(static code => (byte)code)]);

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        if (value.Length > LongestValue)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[LongestValue];
        if (!Convert.TryFromBase64Chars(value, bytes, out var length))
        {
            return false;
        }

        var text = bytes[..length];
        var colon = text.IndexOf((byte)':');
        return colon > 0 && colon < length - 1 && !text.ContainsAny(Control) && System.Text.Unicode.Utf8.IsValid(text);
    }
}
