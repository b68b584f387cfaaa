using System.Text;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Injection;

/// <summary>A run of characters that nobody sees, long enough to say something. Flags and families among the emoji have a few, one by one.</summary>
internal sealed class InvisibleTextValidator : IRuleValidator
{
    public const string RuleName = "invisible_text";

    private const int Fewest = 8;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        var run = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            run = IsInvisible(rune) ? run + 1 : 0;
            if (run == Fewest)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInvisible(Rune rune) => rune.Value is (>= 0xE0020 and <= 0xE007E) or (>= 0x200B and <= 0x200F) or (>= 0x2060 and <= 0x2064) or 0xFEFF;
}
