using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>A number with a known shape and a check. Separators do not count; what has a check digit and passes is no accident.</summary>
/// <param name="name">The name that the rule refers to; the same as the rule's.</param>
/// <param name="shapes">What it may look like, separated by <c>|</c>: 9 is a digit, A a letter, X either, all else itself.</param>
/// <param name="check">Decides about numbers of such a shape.</param>
/// <param name="isTest">Whether the issuer keeps a number for tests; null where no such range is published.</param>
internal sealed class NumberValidator(string name, string shapes, NumberCheck check, NumberCheck? isTest = null) : IRuleValidator
{
    private const int Longest = 32;
    private const string Separators = " -./()";

    private readonly string[] _shapes = shapes.Split('|');

    public string Name => name;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> number = stackalloc char[Longest];
        return Compact(value, number) is var length and > 0 && HasShape(number[..length]) && check(number[..length]);
    }

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        Span<char> number = stackalloc char[Longest];
        return isTest is not null && Compact(value, number) is var length and > 0 && HasShape(number[..length]) && isTest(number[..length]) ? Verdict.Test : Verdict.LikelyLive;
    }

    private static int Compact(ReadOnlySpan<char> value, Span<char> number)
    {
        var length = 0;
        foreach (var letter in value)
        {
            if (Separators.Contains(letter))
            {
                continue;
            }

            if (length == number.Length)
            {
                return 0;
            }

            number[length++] = char.ToUpperInvariant(letter);
        }

        return length;
    }

    private bool HasShape(ReadOnlySpan<char> number)
    {
        foreach (var shape in _shapes)
        {
            if (HasShape(number, shape))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasShape(ReadOnlySpan<char> number, string shape)
    {
        if (number.Length != shape.Length)
        {
            return false;
        }

        for (var i = 0; i < shape.Length; i++)
        {
            var fits = shape[i] switch
            {
                '9' => char.IsAsciiDigit(number[i]),
                'A' => char.IsAsciiLetterUpper(number[i]),
                'X' => char.IsAsciiDigit(number[i]) || char.IsAsciiLetterUpper(number[i]),
                var other => number[i] == other,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
