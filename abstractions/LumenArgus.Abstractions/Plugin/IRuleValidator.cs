using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>Checks a matched value, for example by a check digit. Pure, thread safe, without allocation where possible.</summary>
public interface IRuleValidator
{
    /// <summary>The name that rules refer to, for example <c>luhn</c>.</summary>
    string Name { get; }

    /// <summary>Decides.</summary>
    /// <param name="value">The secret group of the match.</param>
    /// <returns>False drops the match.</returns>
    bool IsValid(ReadOnlySpan<char> value);

    /// <summary>Says what can be told of an accepted value without a network. The finding stays; its severity may be lowered.</summary>
    /// <param name="value">A value that <see cref="IsValid"/> accepted.</param>
    /// <returns>The verdict; <see cref="Verdict.None"/> where the value tells nothing.</returns>
    Verdict Judge(ReadOnlySpan<char> value) => Verdict.None;
}
