using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Injection;

/// <summary>A style that hides its element, and behind it a text that tells a model what to do.</summary>
internal sealed class HiddenTextValidator : IRuleValidator
{
    public const string RuleName = "hidden_text";

    private const int Longest = 320;

    private static readonly InstructionTextValidator Instruction = new();

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        var end = value.IndexOf('>');
        return end > 0 && end < Longest && Hides(value[..end]) && Instruction.IsValid(value[(end + 1)..]);
    }

    private static bool Hides(ReadOnlySpan<char> style)
    {
        Span<char> compact = stackalloc char[Longest];
        var length = 0;
        foreach (var letter in style)
        {
            if (!char.IsWhiteSpace(letter))
            {
                compact[length++] = char.ToLowerInvariant(letter);
            }
        }

        ReadOnlySpan<char> text = compact[..length];
        return text.Contains("display:none", StringComparison.Ordinal) || text.Contains("visibility:hidden", StringComparison.Ordinal)
            || HasZero(text, "opacity:0") || HasZero(text, "font-size:0") || HasZero(text, "font-size:1px");
    }

    // 0 and 0px hide a text, 0.5 does not.
    private static bool HasZero(ReadOnlySpan<char> style, string declaration)
    {
        var at = style.IndexOf(declaration);
        return at >= 0 && (at + declaration.Length == style.Length || style[at + declaration.Length] != '.');
    }
}
